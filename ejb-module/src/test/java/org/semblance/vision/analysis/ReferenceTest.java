package org.semblance.vision.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.vision.AlignedFace;
import org.semblance.vision.Bitmap;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Embedding;
import org.semblance.vision.TestFiles;
import org.semblance.vision.TestSettings;
import org.semblance.vision.onnx.DevelopmentPack;
import org.semblance.vision.onnx.OnnxFaceDetector;
import org.semblance.vision.onnx.OnnxFaceEmbedder;
import org.semblance.vision.photo.ImageIoPhotoDecoder;
import org.semblance.vision.pixels.FaceAligner;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Compares every stage with what another implementation of the same pipeline gave for the same pictures. */
class ReferenceTest {
    private static final ImageIoPhotoDecoder DECODER =
            new ImageIoPhotoDecoder(TestSettings.settings().build());

    @TempDir
    static Path directory;

    private static OnnxFaceDetector detector;
    private static OnnxFaceEmbedder embedder;
    private static List<Map<String, Object>> reference;

    @BeforeAll
    static void load() throws IOException {
        var pack = DevelopmentPack.install(directory);
        detector = OnnxFaceDetector.load(pack.detector(), 1);
        embedder = OnnxFaceEmbedder.load(pack.embedderId(), pack.embedder(), 1);
        reference = read(TestFiles.shared("reference/reference_foamliu128.json"));
    }

    @AfterAll
    static void close() {
        if (detector != null && embedder != null) {
            detector.close();
            embedder.close();
        }
    }

    @Test
    void boxes_and_landmarks_agree_within_a_pixel() {
        for (var image : reference) {
            var found = detector.detect(picture(image));

            assertThat(found).as("faces of %s", image.get("image")).hasSameSizeAs(faces(image));
            for (var face : faces(image)) {
                var nearest = nearest(found, numbers(face, "landmarks"));
                var box = nearest.box();
                assertThat(new float[] {box.x(), box.y(), box.width(), box.height()})
                        .containsExactly(numbers(face, "box_xywh"), within(1f));
                assertThat(nearest.landmarks().coordinates()).containsExactly(numbers(face, "landmarks"), within(1f));
            }
        }
    }

    @Test
    void embeddings_of_whole_pictures_agree() {
        for (var image : reference) {
            var picture = picture(image);
            var found = detector.detect(picture);
            for (var face : faces(image)) {
                var nearest = nearest(found, numbers(face, "landmarks"));
                var aligned = FaceAligner.align(picture, nearest.landmarks());
                var embedding = embedder.embed(List.of(aligned)).get(0);

                assertThat(embedding.similarity(expected(face))).isGreaterThan(0.99);
            }
        }
    }

    @Test
    void embeddings_of_aligned_crops_are_the_same() {
        for (var image : reference) {
            for (var face : faces(image)) {
                var crop = DECODER.decode(TestFiles.photo(TestFiles.shared("reference/" + face.get("aligned"))));
                var embedding = embedder.embed(List.of(new AlignedFace(crop))).get(0);

                assertThat(embedding.similarity(expected(face))).isGreaterThan(0.9999);
            }
        }
    }

    private static Embedding expected(Map<String, Object> face) {
        return Embedding.of(embedder.model(), numbers(face, "embedding"));
    }

    private static DetectedFace nearest(List<DetectedFace> faces, float[] landmarks) {
        return faces.stream()
                .min(Comparator.comparing(face -> Math.hypot(
                        face.landmarks().x(0) - landmarks[0], face.landmarks().y(0) - landmarks[1])))
                .orElseThrow();
    }

    private static Bitmap picture(Map<String, Object> image) {
        String name = (String) image.get("image");
        for (String folder : List.of("deepface_pairs", "multi", "hostile", "synthetic")) {
            var file = TestFiles.shared("faces").resolve(folder).resolve(String.valueOf(name));
            if (Files.exists(file)) {
                return DECODER.decode(TestFiles.photo(file));
            }
        }
        throw new AssertionError("No picture " + name);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> read(Path json) throws IOException {
        var settings = LoadSettings.builder().build();
        return (List<Map<String, Object>>) new Load(settings).loadFromString(Files.readString(json));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> faces(Map<String, Object> image) {
        return (List<Map<String, Object>>) Objects.requireNonNull(image.get("faces"));
    }

    @SuppressWarnings("unchecked")
    private static float[] numbers(Map<String, Object> face, String key) {
        var list = (List<Number>) Objects.requireNonNull(face.get(key));
        float[] numbers = new float[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i).floatValue();
        }
        return numbers;
    }
}
