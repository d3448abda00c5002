package org.semblance.vision.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.vision.AlignedFace;
import org.semblance.vision.Embedding;
import org.semblance.vision.TestFiles;
import org.semblance.vision.TestSettings;
import org.semblance.vision.pack.ModelPack;
import org.semblance.vision.pack.ModelPacks;
import org.semblance.vision.photo.ImageIoPhotoDecoder;
import org.semblance.vision.pixels.FaceAligner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** However the embedder is run, a face has one embedding. */
class SameAnswersTest {
    private static final double SAME = 0.9999;
    private static final ModelPack PACK = new ModelPacks(TestFiles.packs()).require("starter");

    private static List<AlignedFace> faces;
    private static List<Embedding> expected;
    private static OnnxFaceEmbedder embedder;

    @BeforeAll
    static void embed_one_by_one() {
        faces = faces();
        embedder = load(1);
        expected = new ArrayList<>();
        faces.forEach(face -> expected.addAll(embedder.embed(List.of(face))));
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    @Test
    void alone_or_together() {
        List<AlignedFace> many = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            many.addAll(faces);
        }

        var together = embedder.embed(many);

        assertThat(together).hasSize(many.size());
        for (int i = 0; i < many.size(); i++) {
            assertThat(together.get(i).similarity(expected.get(i % faces.size())))
                    .isGreaterThan(SAME);
        }
    }

    @Test
    void with_one_thread_or_several() {
        for (int threads : new int[] {2, 3, 8}) {
            try (var threaded = load(threads)) {
                assertSame(threaded.embed(faces));
            }
        }
    }

    @Test
    void for_one_caller_or_many_at_once() throws Exception {
        var callers = Executors.newFixedThreadPool(8);
        List<Callable<List<Embedding>>> calls = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            int first = i % faces.size();
            calls.add(() -> embedder.embed(faces.subList(first, faces.size())));
        }

        var answers = callers.invokeAll(calls, 1, TimeUnit.MINUTES);

        for (int i = 0; i < answers.size(); i++) {
            var answer = answers.get(i).get();
            for (int face = 0; face < answer.size(); face++) {
                assertThat(answer.get(face).similarity(expected.get(i % faces.size() + face)))
                        .isGreaterThan(SAME);
            }
        }
        callers.shutdownNow();
    }

    @Test
    void closed_while_asked_each_call_is_answered_or_refused() throws Exception {
        var closing = load(1);
        var callers = Executors.newFixedThreadPool(4);
        List<Callable<List<Embedding>>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            calls.add(() -> {
                try {
                    return closing.embed(faces);
                } catch (InferenceException e) {
                    assertThat(e).hasMessageContaining("closed");
                    return expected;
                }
            });
        }
        calls.add(10, () -> {
            closing.close();
            return expected;
        });

        for (var answer : callers.invokeAll(calls, 1, TimeUnit.MINUTES)) {
            assertSame(answer.get());
        }

        assertThatThrownBy(() -> closing.embed(faces))
                .isInstanceOf(InferenceException.class)
                .hasMessageContaining("closed");
        callers.shutdownNow();
    }

    private static void assertSame(List<Embedding> embeddings) {
        assertThat(embeddings).hasSameSizeAs(expected);
        for (int i = 0; i < embeddings.size(); i++) {
            assertThat(embeddings.get(i).similarity(expected.get(i))).isGreaterThan(SAME);
        }
    }

    private static OnnxFaceEmbedder load(int threads) {
        return OnnxFaceEmbedder.load(PACK.embedderId(), PACK.embedder(), threads);
    }

    private static List<AlignedFace> faces() {
        var decoder = new ImageIoPhotoDecoder(TestSettings.settings().build());
        var picture = decoder.decode(TestFiles.photo(TestFiles.demo("groups/group-3.jpg")));
        try (var detector = OnnxFaceDetector.load(PACK.detector(), 1)) {
            return detector.detect(picture).stream()
                    .map(face -> FaceAligner.align(picture, face.landmarks()))
                    .toList();
        }
    }
}
