package org.semblance.vision.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.vision.QualityReason;
import org.semblance.vision.TestFiles;
import org.semblance.vision.TestSettings;
import org.semblance.vision.VisionSettings;
import org.semblance.vision.pack.ModelPacks;
import org.semblance.vision.photo.ImageIoPhotoDecoder;

import static org.assertj.core.api.Assertions.assertThat;

/** How often a covered mouth is noticed, and how often one is seen where there is none. */
class CoveredFacesTest {
    private static final VisionSettings SETTINGS =
            TestSettings.settings().models(TestFiles.packs()).build();

    private static ActivePack pack;
    private static OnnxFaceAnalysis analysis;

    @BeforeAll
    static void load() {
        pack = new ActivePack(SETTINGS, new ModelPacks(SETTINGS));
        pack.load();
        analysis = new OnnxFaceAnalysis(new ImageIoPhotoDecoder(SETTINGS), pack, SETTINGS);
    }

    @AfterAll
    static void close() {
        pack.close();
    }

    @Test
    void nobody_among_the_demo_people_is_covered() {
        var portraits = TestFiles.list(TestFiles.demo("people")).stream().map(person -> person.resolve("1.jpg"));

        assertThat(portraits.filter(CoveredFacesTest::isCovered)).isEmpty();
    }

    @Test
    void most_masks_are_noticed_and_few_bare_faces_taken_for_masked() throws IOException {
        var masked = photos("faces/masked/cd/with_mask");
        var bare = photos("faces/deepface_pairs");

        assertThat(shareCovered(masked)).isGreaterThan(0.8);
        assertThat(shareCovered(bare)).isLessThan(0.05);
    }

    @Test
    void most_faces_with_masks_are_found() throws IOException {
        var masked = photos("faces/masked/cd/with_mask");

        assertThat(found(masked)).hasSizeGreaterThan(masked.size() * 9 / 10);
    }

    /** Of the photos in which a face is found. */
    private static double shareCovered(List<Path> photos) {
        var found = found(photos);
        return (double) found.stream().filter(CoveredFacesTest::isCovered).count() / found.size();
    }

    private static List<Path> found(List<Path> photos) {
        return photos.stream()
                .filter(photo ->
                        !analysis.detect(TestFiles.photo(photo)).faces().isEmpty())
                .toList();
    }

    private static boolean isCovered(Path photo) {
        var faces = analysis.detect(TestFiles.photo(photo)).faces();
        return !faces.isEmpty() && faces.get(0).quality().reasons().contains(QualityReason.OCCLUDED);
    }

    private static List<Path> photos(String directory) throws IOException {
        try (Stream<Path> files = Files.list(TestFiles.shared(directory))) {
            return files.filter(file -> file.toString().matches(".*\\.(jpg|jpeg|png)"))
                    .sorted()
                    .limit(80)
                    .toList();
        }
    }
}
