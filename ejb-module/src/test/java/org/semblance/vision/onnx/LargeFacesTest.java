package org.semblance.vision.onnx;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.vision.Bitmap;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Embedding;
import org.semblance.vision.Prominence;
import org.semblance.vision.TestFiles;
import org.semblance.vision.TestSettings;
import org.semblance.vision.pack.ModelPacks;
import org.semblance.vision.photo.ImageIoPhotoDecoder;
import org.semblance.vision.pixels.Area;
import org.semblance.vision.pixels.FaceAligner;
import org.semblance.vision.pixels.PictureScaler;

import static org.assertj.core.api.Assertions.assertThat;

/** A face is the same however much of the picture it fills, with the models that ship. */
class LargeFacesTest {
    private static final ImageIoPhotoDecoder DECODER =
            new ImageIoPhotoDecoder(TestSettings.settings().build());

    private static final int SMALL = 240;

    private static OnnxFaceDetector detector;
    private static OnnxFaceEmbedder embedder;

    @BeforeAll
    static void load() {
        var pack = new ModelPacks(TestFiles.packs()).require("starter");
        detector = OnnxFaceDetector.load(pack.detector(), 1);
        embedder = OnnxFaceEmbedder.load(pack.embedderId(), pack.embedder(), 1);
    }

    @AfterAll
    static void close() {
        embedder.close();
        detector.close();
    }

    /** With a detector that had learned from small pictures only, most of these lie between -0.2 and 0.7. */
    @ParameterizedTest
    @CsvSource({"1, 640", "1, 1280", "0.8, 640", "0.8, 1000", "0.6, 640", "0.6, 2000"})
    void a_face_that_fills_much_of_a_large_picture_is_the_same_as_in_a_small_one(double share, int length) {
        for (String person : List.of("Alf_Pine", "Cato_Heath", "Cora_Field", "Dina_Brook")) {
            var picture = picture(person);
            var large = scaled(around(picture, share), length);

            assertThat(embedding(large).similarity(embedding(scaled(picture, SMALL))))
                    .as(person)
                    .isGreaterThan(0.8);
        }
    }

    /** The part of the picture of whose length the face has such a share. */
    private static Bitmap around(Bitmap picture, double share) {
        var box = only(picture).box();
        int side = (int) (box.longestSide() / share);
        int left = (int) Math.max(0, box.x() + box.width() / 2 - side / 2.0);
        int top = (int) Math.max(0, box.y() + box.height() / 2 - side / 2.0);
        int width = Math.min(side, picture.width() - left);
        return new Area(left, top, width, Math.min(side, picture.height() - top)).cut(picture);
    }

    @Test
    void the_way_to_a_face_does_not_depend_on_whether_others_are_looked_for() {
        var large = scaled(picture("Alf_Pine"), 1000);

        assertThat(detector.detect(large, Prominence.SHARE)).isEqualTo(detector.detect(large));
    }

    private static Bitmap scaled(Bitmap picture, int length) {
        double scale = (double) length / Math.max(picture.width(), picture.height());
        return PictureScaler.scale(picture, (int) (scale * picture.width()), (int) (scale * picture.height()));
    }

    private static Embedding embedding(Bitmap picture) {
        return embedder.embed(List.of(FaceAligner.align(picture, only(picture).landmarks())))
                .get(0);
    }

    private static DetectedFace only(Bitmap picture) {
        var found = detector.detect(picture);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Bitmap picture(String person) {
        return DECODER.decode(TestFiles.photo(TestFiles.demo("people/" + person + "/1.jpg")));
    }
}
