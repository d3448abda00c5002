package org.semblance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.vision.MediaType;
import org.semblance.vision.Photo;
import org.semblance.vision.photo.ImageIoPhotoDecoder;

import static org.assertj.core.api.Assertions.assertThat;

class FuzzSeedsTest {
    @TempDir
    private Path directory;

    @Test
    void the_fuzzer_begins_with_valid_pictures_of_every_type() throws IOException {
        var decoder = new ImageIoPhotoDecoder(65_536, 10_000, 10_000_000);

        var words = FuzzSeeds.write(Checkout.find().pictures().get(0), directory.resolve("seeds"));

        Set<MediaType> types = EnumSet.noneOf(MediaType.class);
        try (var seeds = Files.newDirectoryStream(directory.resolve("seeds"))) {
            for (var seed : seeds) {
                var photo = Photo.of(Files.readAllBytes(seed));
                assertThat(decoder.decode(photo).width()).as(seed.toString()).isPositive();
                types.add(photo.mediaType());
            }
        }
        assertThat(types).containsExactlyInAnyOrder(MediaType.values());
        assertThat(Files.readAllLines(words)).allMatch(word -> word.matches("\".+\""));
    }
}
