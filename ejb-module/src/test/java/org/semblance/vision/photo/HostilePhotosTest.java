package org.semblance.vision.photo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.semblance.platform.Problem;
import org.semblance.vision.Photo;
import org.semblance.vision.TestFiles;
import org.semblance.vision.TestSettings;

import static org.assertj.core.api.Assertions.assertThat;

class HostilePhotosTest {
    private final ImageIoPhotoDecoder decoder =
            new ImageIoPhotoDecoder(TestSettings.settings().build());

    @Test
    void every_hostile_file_is_read_or_refused_as_it_should_be() throws IOException {
        var directory = TestFiles.shared("faces/hostile");

        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(directory.resolve("expected.csv"))) {
            var columns = line.split(",", 4);
            var file = directory.resolve(columns[0]);
            if (Files.exists(file) && !isAsExpected(columns[1], outcome(Files.readAllBytes(file)))) {
                wrong.add(columns[0] + " should be " + columns[1] + " but was " + outcome(Files.readAllBytes(file)));
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void damaged_files_lead_to_pixels_or_a_refusal() {
        List<byte[]> seeds = new ArrayList<>();
        for (String format : List.of("jpeg", "png", "bmp", "gif", "tiff")) {
            seeds.add(Pictures.encode(Pictures.flag(BufferedImage.TYPE_INT_RGB), format));
        }
        var random = new Random(7);

        for (int i = 0; i < 2_000; i++) {
            assertThat(outcome(damaged(seeds.get(i % seeds.size()), random))).isNotEmpty();
        }
    }

    /** Anything but a problem or pixels lets the test fail. */
    private String outcome(byte[] bytes) {
        try {
            decoder.decode(Photo.of(bytes));
            return "ok";
        } catch (Problem refusal) {
            return refusal.code();
        }
    }

    private static boolean isAsExpected(String expected, String outcome) {
        return switch (expected) {
            case "ok", "ok_noface", "ok_lowquality", "ok_or_noface" -> outcome.equals("ok");
            case "reject" -> outcome.equals("image-unreadable") || outcome.equals("image-type-unsupported");
            case "reject_size" -> outcome.equals("image-too-many-pixels");
            default -> outcome.equals("ok") || outcome.equals("image-unreadable");
        };
    }

    private static byte[] damaged(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            int reach = random.nextBoolean() ? Math.min(200, bytes.length) : bytes.length;
            bytes[random.nextInt(reach)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
