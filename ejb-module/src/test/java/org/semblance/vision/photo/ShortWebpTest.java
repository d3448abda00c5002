package org.semblance.vision.photo;

import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.vision.Photo;
import org.semblance.vision.PixelSize;
import org.semblance.vision.TestSettings;
import org.semblance.vision.UnreadablePhotoException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** WebP files of a single pixel and some dozens of bytes. */
class ShortWebpTest {
    private final ImageIoPhotoDecoder decoder =
            new ImageIoPhotoDecoder(TestSettings.settings().build());

    /** Found by a fuzzer: they kept the reader busy for more than ten minutes and for seven seconds. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEBcvEBFSIWV4dHJhbmVvdXNWUDdY/+4AEYgAAACAiP4AAA==",
                "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEGV4dHJhbmUsn0iROFyFSpQoOElGRhoAAABXRUJQVlA4TA0AAAAvAAAAEGV4dHJhbmVvdQ"
                        + "BXRUJQVgcA"
            })
    void a_file_that_promises_more_codes_than_it_holds_is_refused_at_once(String base64) {
        var photo = Photo.of(Base64.getDecoder().decode(base64));

        assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> assertThatExceptionOfType(UnreadablePhotoException.class)
                        .isThrownBy(() -> decoder.decode(photo)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==",
                "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA",
                "UklGRkoAAABXRUJQVlA4WAoAAAAQAAAAAAAAAAAAQUxQSAwAAAARBxAR/Q9ERP8DAABWUDggGAAAABQBAJ0BKgEAAQAAAP4AAA3AAP7m"
                        + "tQAAAA==",
                "UklGRlIAAABXRUJQVlA4WAoAAAASAAAAAAAAAAAAQU5JTQYAAAD/////AABBTk1GJgAAAAAAAAAAAAAAAAAAAGQAAABWUDhMDQAAAC8A"
                        + "AAAQBxAREYiI/gcA"
            })
    void the_smallest_files_are_read(String base64) {
        var bitmap = decoder.decode(Photo.of(Base64.getDecoder().decode(base64)));

        assertThat(bitmap.size()).isEqualTo(new PixelSize(1, 1));
    }

    @Test
    void the_end_is_met_only_so_often() throws IOException {
        var stream = new EndingStream(new byte[] {1, 2, 3});

        assertThat(stream.read()).isEqualTo(1);
        assertThat(stream.read(new byte[8], 0, 8)).isEqualTo(2);
        for (int i = 0; i < 999; i++) {
            assertThat(stream.read()).isEqualTo(-1);
        }
        assertThatExceptionOfType(IOException.class).isThrownBy(stream::read);
    }
}
