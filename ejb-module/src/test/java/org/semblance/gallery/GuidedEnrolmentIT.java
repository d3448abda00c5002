package org.semblance.gallery;

import jakarta.ejb.EJBContext;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.guided.ConsentMissingException;
import org.semblance.gallery.guided.EnrolmentGate;
import org.semblance.gallery.guided.EnrolmentProgress;
import org.semblance.gallery.guided.FaceOfAnotherException;
import org.semblance.gallery.guided.FaceUnlikeException;
import org.semblance.gallery.guided.GuidedEnrolmentService;
import org.semblance.gallery.guided.PhotoEnrolledException;
import org.semblance.platform.Problem;
import org.semblance.vision.Analysis;
import org.semblance.vision.AnalyzedFace;
import org.semblance.vision.Bitmap;
import org.semblance.vision.DecodedPhoto;
import org.semblance.vision.DetectOptions;
import org.semblance.vision.Detection;
import org.semblance.vision.EmbedderInfo;
import org.semblance.vision.Embedding;
import org.semblance.vision.FaceAnalysis;
import org.semblance.vision.Findings;
import org.semblance.vision.FoundFace;
import org.semblance.vision.Photo;
import org.semblance.vision.Quality;
import org.semblance.vision.QualityReason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.semblance.gallery.GalleryStores.ANNA;

/** Enrolment with somebody present, on the migrated database: what is stored, and what is refused and why. */
class GuidedEnrolmentIT {
    private static final Faces FACES = new Faces(23);

    private static GalleryStores stores;
    private static People people;

    private final Shown shown = new Shown();
    private final KeptImages images = new KeptImages();
    private GuidedEnrolmentService enrolment;

    /** Sees the faces that the test says, in a picture that is another one each time. */
    private static final class Shown implements FaceAnalysis {
        private List<AnalyzedFace> faces = new ArrayList<>();
        private byte shade;

        void face(Embedding embedding, double quality) {
            faces = List.of(Faces.analyzed(embedding, quality));
            shade = (byte) (shade + 16);
        }

        @Override
        public Findings find(Photo photo, DetectOptions options) {
            throw new UnsupportedOperationException("Somebody present is looked at at once");
        }

        @Override
        public List<AnalyzedFace> embed(List<FoundFace> found) {
            throw new UnsupportedOperationException("Somebody present is looked at at once");
        }

        @Override
        public Analysis analyze(Photo photo, DetectOptions options) {
            byte[] rgb = new byte[3 * 64];
            Arrays.fill(rgb, shade);
            return new Analysis(new DecodedPhoto(new Bitmap(8, 8, rgb), null), faces);
        }

        @Override
        public Detection detect(Photo photo, DetectOptions options) {
            throw new UnsupportedOperationException("Nobody detects here");
        }

        @Override
        public EmbedderInfo embedder() {
            return new MadeUpAnalysis().embedder();
        }
    }

    @BeforeAll
    static void open() {
        stores = new GalleryStores();
        people = new People(stores);
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @BeforeEach
    void prepare() throws ReflectiveOperationException {
        var gate =
                new EnrolmentGate(new GalleryScopes(stores.galleries, shown), stores.persons, stores.embeddings, shown);
        enrolment = new GuidedEnrolmentService(
                stores.persons,
                stores.galleries,
                stores.faces,
                new Enrolment(shown, images, stores.galleries, stores.faces),
                gate);
        Principal anna = () -> "anna";
        var caller = GuidedEnrolmentService.class.getDeclaredField("caller");
        caller.setAccessible(true);
        caller.set(
                enrolment,
                Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {EJBContext.class}, (proxy, method, all) -> anna));
    }

    @Test
    void three_good_pictures_complete_an_enrolment() {
        PersonId ada = people.person(people.gallery("three"), "Ada");
        Embedding look = FACES.embedding();
        assertThat(progress(ada).needed()).isEqualTo(3);
        assertThat(progress(ada).good()).isEmpty();

        enroll(ada, look, 0.8);
        enroll(ada, FACES.like(look, 0.7), 0.6);
        assertThat(progress(ada).isComplete()).isFalse();
        EnrolmentProgress done = enroll(ada, FACES.like(look, 0.7), 0.9);

        assertThat(done.isComplete()).isTrue();
        assertThat(done.good()).extracting(FaceSummary::quality).containsExactly(0.9f, 0.8f, 0.6f);
        assertThat(people.summary(ada).faces()).isEqualTo(3);
    }

    @Test
    void a_picture_is_appraised_without_storing_anything() {
        PersonId ada = people.person(people.gallery("appraised"), "Ada");
        shown.face(FACES.embedding(), 0.8);

        Quality quality = stores.in(() -> enrolment.appraise(ada, MadeUpAnalysis.photo(1)));

        assertThat(quality.score()).isEqualTo(0.8);
        assertThat(people.summary(ada).faces()).isZero();
        assertThat(images.bytes).isEmpty();
    }

    @Test
    void a_poor_picture_is_refused_with_what_is_wrong() {
        PersonId ada = people.person(people.gallery("poor"), "Ada");
        var face = Faces.analyzed(FACES.embedding(), 0.5);
        shown.faces = List.of(new AnalyzedFace(
                face.detected(),
                face.aligned(),
                new Quality(0.1, Set.of(QualityReason.TOO_BLURRED)),
                face.embedding()));

        assertThatThrownBy(() -> enroll(ada))
                .isInstanceOfSatisfying(LowQualityException.class, problem -> assertThat(problem.reasons())
                        .containsExactly(QualityReason.TOO_BLURRED));
        assertThat(images.bytes).isEmpty();
    }

    @Test
    void pictures_without_a_face_or_with_several_are_refused() {
        PersonId ada = people.person(people.gallery("crowd"), "Ada");

        shown.faces = List.of();
        assertRefused(ada, NoFaceException.class);
        shown.faces = List.of(Faces.analyzed(FACES.embedding(), 0.9), Faces.analyzed(FACES.embedding(), 0.9));
        assertRefused(ada, SeveralFacesException.class);
    }

    @Test
    void somebody_elses_face_is_refused_with_who_it_is() {
        var gallery = people.gallery("others");
        PersonId eve = people.person(gallery, "Eve");
        Embedding look = FACES.embedding();
        enroll(eve, look, 0.9);
        PersonId ada = people.person(gallery, "Ada");
        shown.face(FACES.like(look, 0.8), 0.9);

        assertThatThrownBy(() -> enroll(ada))
                .isInstanceOfSatisfying(FaceOfAnotherException.class, problem -> assertThat(problem.other())
                        .isEqualTo(eve));
    }

    @Test
    void a_twin_is_enrolled_by_pictures_more_like_their_own() {
        var gallery = people.gallery("twins");
        Embedding look = FACES.embedding();
        PersonId ada = people.person(gallery, "Ada");
        enroll(ada, look, 0.9);
        PersonId eve = people.person(gallery, "Eve");
        stores.in(() -> stores.faces.add(
                new NewFace(eve, Faces.analyzed(FACES.like(look, 0.7), 0.9), FACES.image(), FACES.image()), ANNA));

        enroll(ada, FACES.like(look, 0.9), 0.9);

        assertThat(people.summary(ada).faces()).isEqualTo(2);
    }

    @Test
    void a_face_unlike_the_persons_others_is_refused() {
        PersonId ada = people.person(people.gallery("unlike"), "Ada");
        enroll(ada, FACES.embedding(), 0.9);
        shown.face(FACES.embedding(), 0.9);

        assertRefused(ada, FaceUnlikeException.class);
    }

    @Test
    void the_same_picture_again_is_refused() {
        PersonId ada = people.person(people.gallery("again"), "Ada");
        enroll(ada, FACES.embedding(), 0.9);

        assertRefused(ada, PhotoEnrolledException.class);
        assertThat(people.summary(ada).faces()).isEqualTo(1);
    }

    @Test
    void nobody_is_enrolled_who_has_not_agreed_where_that_is_needed() {
        var general = GalleryKind.GENERAL.rules();
        var strict = new GalleryRules(
                GalleryKind.GENERAL,
                general.falseAcceptRate(),
                null,
                general.margin(),
                general.minQuality(),
                general.minFaces(),
                GalleryKind.UnknownFaces.DROP,
                true);
        var gallery = new GalleryName("strict");
        stores.run(() -> stores.galleries.add(new NewGallery(gallery, "Strict", strict)));
        PersonId ada = people.person(gallery, "Ada");
        shown.face(FACES.embedding(), 0.9);

        assertThat(progress(ada).mayBeRecognised()).isFalse();
        assertRefused(ada, ConsentMissingException.class);
        assertThat(images.bytes).isEmpty();
    }

    private void assertRefused(PersonId person, Class<? extends Problem> why) {
        assertThatThrownBy(() -> enroll(person)).isInstanceOf(why);
    }

    private EnrolmentProgress enroll(PersonId person, Embedding look, double quality) {
        shown.face(look, quality);
        return enroll(person);
    }

    private EnrolmentProgress enroll(PersonId person) {
        return stores.in(() -> enrolment.enroll(person, MadeUpAnalysis.photo(1)));
    }

    private EnrolmentProgress progress(PersonId person) {
        return stores.in(() -> enrolment.progress(person));
    }
}
