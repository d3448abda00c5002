package org.semblance.vision.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.vision.AlignedFace;
import org.semblance.vision.AnalyzedFace;
import org.semblance.vision.Bitmap;
import org.semblance.vision.Box;
import org.semblance.vision.DetectOptions;
import org.semblance.vision.Embedding;
import org.semblance.vision.FoundFace;
import org.semblance.vision.LivenessUnavailableException;
import org.semblance.vision.Photo;
import org.semblance.vision.QualityReason;
import org.semblance.vision.TestFiles;
import org.semblance.vision.TestSettings;
import org.semblance.vision.VisionSettings;
import org.semblance.vision.pack.ModelPacks;
import org.semblance.vision.photo.ImageIoPhotoDecoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The whole path, with the models that ship and pictures of people who do not exist. */
class StarterPackTest {
    private static final VisionSettings SETTINGS =
            TestSettings.settings().models(TestFiles.packs()).build();
    private static final ImageIoPhotoDecoder DECODER = new ImageIoPhotoDecoder(SETTINGS);

    private static ActivePack pack;
    private static OnnxFaceAnalysis analysis;

    @BeforeAll
    static void load() {
        pack = new ActivePack(SETTINGS, new ModelPacks(SETTINGS));
        pack.load();
        analysis = new OnnxFaceAnalysis(DECODER, pack, SETTINGS);
    }

    @AfterAll
    static void close() {
        pack.close();
    }

    @Test
    void says_what_it_embeds_with() {
        assertThat(pack.state().isReady()).isTrue();
        assertThat(analysis.embedder().dimension()).isEqualTo(512);
        assertThat(analysis.embedder().model().value()).isEqualTo("starter/embedder-512-3");
        assertThat(analysis.embedder().sha256()).hasSize(64);
    }

    @Test
    void finds_each_person_of_a_group_once() {
        Map<String, Integer> people = Map.of("group-1.jpg", 3, "group-2.jpg", 4, "group-3.jpg", 6);

        people.forEach((name, count) -> assertThat(
                        analysis.detect(photo("groups/" + name)).faces())
                .as(name)
                .hasSize(count));
    }

    @Test
    void says_that_it_cannot_tell_whether_a_face_is_live() {
        var photo = photo("groups/group-1.jpg");

        assertThatThrownBy(() -> analysis.detect(photo, new DetectOptions(true)))
                .isInstanceOf(LivenessUnavailableException.class)
                .hasMessageContaining("has no liveness models");
    }

    @Test
    void finds_nobody_where_nobody_is() {
        for (var file : TestFiles.list(TestFiles.demo("no-face"))) {
            assertThat(analysis.detect(TestFiles.photo(file)).faces()).isEmpty();
        }
    }

    @Test
    void tells_everybody_apart() {
        Map<String, List<Embedding>> people = new LinkedHashMap<>();
        for (var person : TestFiles.list(TestFiles.demo("people")).subList(0, 12)) {
            for (String picture : List.of("1.jpg", "3.jpg")) {
                people.computeIfAbsent(String.valueOf(person.getFileName()), name -> new ArrayList<>())
                        .add(only(TestFiles.photo(person.resolve(picture))).embedding());
            }
        }

        people.forEach((name, own) -> people.forEach((other, theirs) -> {
            if (!name.equals(other)) {
                double self = own.get(0).similarity(own.get(1));
                assertThat(self).isGreaterThan(own.get(0).similarity(theirs.get(1)));
            }
        }));
    }

    @Test
    void crops_are_png_files_of_the_aligned_face() {
        var face = only(photo("people/Alf_Pine/1.jpg"));

        var read = DECODER.decode(Photo.of(face.aligned().png()));

        assertThat(read.rgb()).isEqualTo(face.aligned().bitmap().rgb());
        assertThat(face.quality().score()).isGreaterThan(0.7);
    }

    @Test
    void one_by_one_or_together_embeddings_are_the_same() {
        var faces = analysis.analyze(photo("groups/group-3.jpg")).faces();
        List<AlignedFace> many = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            faces.forEach(face -> many.add(face.aligned()));
        }

        var together = pack.require().embedder().embed(many);

        for (int i = 0; i < many.size(); i++) {
            var alone = pack.require().embedder().embed(List.of(many.get(i))).get(0);
            assertThat(alone.similarity(together.get(i))).isGreaterThan(0.9999);
        }
    }

    @Test
    void what_is_found_first_and_embedded_later_is_the_same_as_at_once() {
        List<FoundFace> found = new ArrayList<>();
        List<AnalyzedFace> analyzed = new ArrayList<>();
        for (String name : List.of("people/Alf_Pine/1.jpg", "groups/group-1.jpg")) {
            found.addAll(analysis.find(photo(name), DetectOptions.PLAIN).faces());
            analyzed.addAll(analysis.analyze(photo(name)).faces());
        }

        List<AnalyzedFace> later = analysis.embed(found);

        assertThat(later)
                .extracting(AnalyzedFace::detected)
                .containsExactlyElementsOf(
                        analyzed.stream().map(AnalyzedFace::detected).toList());
        for (int i = 0; i < later.size(); i++) {
            assertThat(later.get(i).embedding().similarity(analyzed.get(i).embedding()))
                    .isGreaterThan(0.9999);
        }
    }

    @Test
    void many_threads_get_what_one_gets() throws Exception {
        var photo = photo("groups/group-2.jpg");
        var alone = analysis.analyze(photo).faces();
        var threads = Executors.newFixedThreadPool(4);

        List<Callable<List<AnalyzedFace>>> tasks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tasks.add(() -> analysis.analyze(photo).faces());
        }
        for (var result : threads.invokeAll(tasks, 1, TimeUnit.MINUTES)) {
            for (int i = 0; i < alone.size(); i++) {
                var again = result.get().get(i);
                assertThat(again.detected()).isEqualTo(alone.get(i).detected());
                assertThat(again.embedding().similarity(alone.get(i).embedding()))
                        .isGreaterThan(0.9999);
            }
        }
        threads.shutdownNow();
    }

    @Test
    void finds_a_face_that_fills_the_frame() {
        for (String person : List.of("Alf_Pine", "Cato_Heath", "Cora_Field")) {
            var whole = DECODER.decode(photo("people/" + person + "/1.jpg"));
            var box = pack.require().detector().detect(whole).get(0).box();

            var closeUp = cut(whole, box);

            assertThat(pack.require().detector().detect(closeUp)).hasSize(1);
        }
    }

    @Test
    void bad_pictures_of_a_face_are_worth_less_and_say_why() {
        var hostile = TestFiles.shared("faces/hostile");

        assertThat(best(hostile.resolve("control.jpg")).quality().reasons()).isEmpty();
        assertThat(best(hostile.resolve("control.jpg")).quality().score()).isGreaterThan(0.7);
        for (String name : List.of("blur.jpg", "dark.jpg", "overexposed.jpg", "face_32px.jpg", "noise.jpg")) {
            for (var face :
                    analysis.detect(TestFiles.photo(hostile.resolve(name))).faces()) {
                assertThat(face.quality().score()).as(name).isLessThan(0.5);
            }
        }
        assertThat(best(hostile.resolve("blur.jpg")).quality().reasons()).contains(QualityReason.TOO_BLURRED);
        assertThat(best(hostile.resolve("overexposed.jpg")).quality().reasons()).contains(QualityReason.TOO_BRIGHT);
        assertThat(best(hostile.resolve("face_32px.jpg")).quality().reasons()).contains(QualityReason.TOO_SMALL);
    }

    private static Bitmap cut(Bitmap picture, Box box) {
        int width = (int) box.width();
        int height = (int) box.height();
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            int from = 3 * (((int) box.y() + y) * picture.width() + (int) box.x());
            System.arraycopy(picture.rgb(), from, rgb, 3 * y * width, 3 * width);
        }
        return new Bitmap(width, height, rgb);
    }

    private static FoundFace best(Path file) {
        return analysis.detect(TestFiles.photo(file)).faces().get(0);
    }

    private static AnalyzedFace only(Photo photo) {
        var faces = analysis.analyze(photo).faces();
        assertThat(faces).hasSize(1);
        return faces.get(0);
    }

    private static Photo photo(String name) {
        return TestFiles.photo(TestFiles.demo(name));
    }
}
