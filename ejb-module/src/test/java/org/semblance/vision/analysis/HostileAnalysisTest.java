package org.semblance.vision.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.platform.Problem;
import org.semblance.vision.Photo;
import org.semblance.vision.TestFiles;
import org.semblance.vision.TestSettings;
import org.semblance.vision.VisionSettings;
import org.semblance.vision.pack.ModelPacks;
import org.semblance.vision.photo.ImageIoPhotoDecoder;
import org.semblance.vision.photo.Mutations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** The whole path from bytes to faces, on what was made to break it. */
class HostileAnalysisTest {
    private static final VisionSettings SETTINGS =
            TestSettings.settings().models(TestFiles.packs()).build();
    private static final int MUTATIONS_OF_EACH = 300;
    private static final Duration MOST_FOR_ONE = Duration.ofSeconds(30);

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
    void every_hostile_file_is_analyzed_or_refused_as_it_should_be() throws IOException {
        var directory = TestFiles.shared("faces/hostile");

        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(directory.resolve("expected.csv"))) {
            var columns = line.split(",", 4);
            var file = directory.resolve(columns[0]);
            if (Files.exists(file)) {
                String outcome = outcome(Files.readAllBytes(file));
                if (!isAsExpected(columns[1], columns[2], outcome)) {
                    wrong.add(columns[0] + " should be " + columns[1] + " " + columns[2] + " but was " + outcome);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void damaged_pictures_are_analyzed_or_refused_and_none_takes_long() {
        var mutations = new Mutations();
        int analyzed = 0;
        int refused = 0;

        for (int i = 0; i < MUTATIONS_OF_EACH * mutations.seeds(); i++) {
            byte[] bytes = mutations.of(i % mutations.seeds());
            String outcome = assertTimeoutPreemptively(MOST_FOR_ONE, () -> outcome(bytes));
            assertThat(outcome).matches("[0-9]+|image-.*");
            if (outcome.startsWith("image-")) {
                refused++;
            } else {
                analyzed++;
            }
        }

        assertThat(analyzed).as("analyzed").isGreaterThan(100);
        assertThat(refused).as("refused").isGreaterThan(100);
    }

    /** The number of faces, or the code of the refusal. */
    private static String outcome(byte[] bytes) {
        try {
            return String.valueOf(analysis.detect(Photo.of(bytes)).faces().size());
        } catch (Problem refusal) {
            return refusal.code();
        }
    }

    /** A small detector may miss a few of a crowd of tiny faces. */
    private static boolean isCount(int expected, int found) {
        return found <= expected && found >= (expected > 100 ? 0.9 * expected : expected);
    }

    private static boolean isAsExpected(String expected, String faces, String outcome) {
        boolean isRefused = outcome.equals("image-unreadable") || outcome.equals("image-type-unsupported");
        boolean isAnalyzed = outcome.matches("[0-9]+");
        boolean isRight =
                isAnalyzed && (faces.isEmpty() || isCount(Integer.parseInt(faces), Integer.parseInt(outcome)));
        return switch (expected) {
            case "ok" -> isRight;
            case "ok_noface" -> outcome.equals("0");
            case "ok_lowquality", "ok_or_noface" -> outcome.equals("0") || isRight;
            case "ok_or_reject" -> isRight || isRefused;
            case "reject" -> isRefused;
            case "reject_size" -> outcome.equals("image-too-many-pixels");
            default -> isAnalyzed || isRefused;
        };
    }
}
