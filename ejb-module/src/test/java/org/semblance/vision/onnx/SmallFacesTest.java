package org.semblance.vision.onnx;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.vision.Bitmap;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Execution;
import org.semblance.vision.Prominence;
import org.semblance.vision.TestFiles;
import org.semblance.vision.TestSettings;
import org.semblance.vision.pack.DetectorSpec;
import org.semblance.vision.pack.ModelPacks;
import org.semblance.vision.photo.ImageIoPhotoDecoder;
import org.semblance.vision.pixels.Area;
import org.semblance.vision.pixels.PictureScaler;

import static org.assertj.core.api.Assertions.assertThat;

/** Faces of any size in large pictures, with the detector that ships. */
class SmallFacesTest {
    private static final ImageIoPhotoDecoder DECODER =
            new ImageIoPhotoDecoder(TestSettings.settings().build());
    private static final DetectorSpec SPEC =
            new ModelPacks(TestFiles.packs()).require("starter").detector();

    private static OnnxFaceDetector detector;

    @BeforeAll
    static void load() {
        detector = OnnxFaceDetector.load(SPEC, 1);
    }

    @AfterAll
    static void close() {
        detector.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Alf_Pine", "Cora_Field", "Finn_Bay", "Nils_Garnet", "Runa_Frost", "Zeno_Lagoon"})
    void a_small_face_in_a_large_picture_is_found_where_it_is(String person) {
        var canvas = landscape(3000, 2000);
        var face = paste(canvas, person, 50, 2100, 1300);

        var found = detector.detect(canvas);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).box().overlap(face)).isGreaterThan(0.6f);
        assertThat(found.get(0).landmarks().y(0)).isBetween(face.y(), face.y() + face.height());
    }

    @Test
    void a_closer_look_is_taken_only_for_faces_as_small_as_asked_for() {
        var canvas = landscape(3000, 2000);
        paste(canvas, "Alf_Pine", 40, 2100, 1300);

        try (var coarse = OnnxFaceDetector.load(SPEC, Execution.onCpu(1), 1000)) {
            assertThat(coarse.detect(canvas)).isEmpty();
        }
    }

    @Test
    void faces_of_every_size_in_one_picture_are_each_found_once() {
        var canvas = landscape(2800, 2100);
        var faces = List.of(
                paste(canvas, "Cato_Heath", 900, 100, 100),
                paste(canvas, "Cora_Field", 300, 1600, 1200),
                paste(canvas, "Alf_Pine", 120, 2300, 300),
                paste(canvas, "Cato_Heath", 70, 300, 1750),
                paste(canvas, "Cora_Field", 40, 900, 1900));

        var found = detector.detect(canvas);

        assertThat(found).hasSameSizeAs(faces);
        assertFound(found, faces.toArray(new Box[0]));
    }

    private static void assertFound(List<DetectedFace> found, Box... faces) {
        for (var face : faces) {
            assertThat(found).anyMatch(other -> other.box().overlap(face) > 0.5f);
        }
    }

    @Test
    void faces_that_a_picture_is_about_are_found_without_a_search_for_small_ones() {
        double quarter = Prominence.SHARE;
        var portrait = landscape(2800, 2100);
        var near = paste(portrait, "Cato_Heath", 900, 100, 100);
        var beside = paste(portrait, "Cora_Field", 300, 1600, 1200);
        paste(portrait, "Alf_Pine", 40, 2300, 300);
        var distant = landscape(2800, 2100);
        var lonely = paste(distant, "Alf_Pine", 60, 2100, 1300);
        var smaller = paste(distant, "Cora_Field", 40, 900, 900);

        assertThat(detector.detect(portrait, quarter)).hasSize(2);
        assertFound(detector.detect(portrait, quarter), near, beside);
        assertFound(detector.detect(distant, quarter), lonely, smaller);
    }

    @Test
    void a_face_on_the_seam_of_two_tiles_is_found_once() {
        var canvas = landscape(2000, 1500);
        for (int x = 60; x < 1900; x += 200) {
            paste(canvas, "Cora_Field", 60, x, 700);
        }

        assertThat(detector.detect(canvas)).hasSize(10);
    }

    @Test
    void a_face_that_fills_a_large_frame_is_one_face() {
        for (String person : List.of("Alf_Pine", "Cato_Heath", "Cora_Field")) {
            var whole = picture(person);
            var box = face(whole).box();
            var closeUp = new Area((int) box.x(), (int) box.y(), (int) box.width(), (int) box.height()).cut(whole);

            var found = detector.detect(PictureScaler.scale(closeUp, 1800, 1800));

            assertThat(found).hasSize(1);
            assertThat(found.get(0).box().width()).isGreaterThan(900);
        }
    }

    /** Puts a person into the canvas, the face so many pixels long, and says where the face is. */
    private static Box paste(Bitmap canvas, String person, double length, int x, int y) {
        var picture = picture(person);
        var box = face(picture).box();
        double scale = length / box.longestSide();
        var scaled = PictureScaler.scale(picture, (int) (scale * picture.width()), (int) (scale * picture.height()));
        for (int row = 0; row < scaled.height(); row++) {
            int to = 3 * ((y + row) * canvas.width() + x);
            System.arraycopy(scaled.rgb(), 3 * row * scaled.width(), canvas.rgb(), to, 3 * scaled.width());
        }
        return new Box(
                (float) (x + scale * box.x()), (float) (y + scale * box.y()), (float) (scale * box.width()), (float)
                        (scale * box.height()));
    }

    private static DetectedFace face(Bitmap picture) {
        return detector.detect(picture).get(0);
    }

    private static Bitmap picture(String person) {
        return DECODER.decode(TestFiles.photo(TestFiles.demo("people/" + person + "/1.jpg")));
    }

    private static Bitmap landscape(int width, int height) {
        var small = DECODER.decode(TestFiles.photo(TestFiles.demo("no-face/landscape-1.jpg")));
        return PictureScaler.scale(small, width, height);
    }
}
