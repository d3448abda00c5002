package org.semblance.surveillance.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.GalleryKind;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryRules;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.gallery.search.NearFace;
import org.semblance.gallery.search.Nearest;
import org.semblance.gallery.search.NearestQuery;
import org.semblance.gallery.search.Neighbour;
import org.semblance.gallery.search.SearchPlan;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.CameraRules;
import org.semblance.surveillance.KnownPerson;
import org.semblance.surveillance.access.AccessJudge;
import org.semblance.surveillance.event.RecognitionEvent.AccessOutcome;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;
import org.semblance.surveillance.event.RecognitionEvent.Verdict;
import org.semblance.vision.AlignedFace;
import org.semblance.vision.AnalyzedFace;
import org.semblance.vision.Bitmap;
import org.semblance.vision.Box;
import org.semblance.vision.DetectOptions;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Detection;
import org.semblance.vision.EmbedderInfo;
import org.semblance.vision.Embedding;
import org.semblance.vision.FaceAnalysis;
import org.semblance.vision.Findings;
import org.semblance.vision.FoundFace;
import org.semblance.vision.Landmarks;
import org.semblance.vision.Liveness;
import org.semblance.vision.ModelId;
import org.semblance.vision.Photo;
import org.semblance.vision.Quality;
import org.semblance.vision.Thresholds;

import static org.assertj.core.api.Assertions.assertThat;

class FrameJudgeTest {
    private static final ModelId MODEL = new ModelId("test/embedder");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final PersonId ADA = new PersonId(1);
    private static final PersonId BOB = new PersonId(2);

    private final List<Neighbour> near = new ArrayList<>();
    private final Map<PersonId, KnownPerson> staff = new HashMap<>();
    private final List<Optional<KnownPerson>> atTheDoor = new ArrayList<>();

    @Test
    void names_whoever_is_near_enough_and_clear_of_the_next() {
        near(ADA, 0.8);
        near(BOB, 0.3);

        Verdict verdict = judge(rules(), face(0.9, null));

        assertThat(verdict.outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(verdict.person()).isEqualTo(ADA);
        assertThat(verdict.confidence()).isEqualTo(0.8);
        assertThat(verdict.runnerUp()).isEqualTo(0.3);
        assertThat(verdict.model()).isEqualTo(MODEL.value());
        assertThat(atTheDoor.get(0)).map(KnownPerson::id).contains(ADA);
    }

    @Test
    void the_camera_may_ask_for_more_than_its_gallery() {
        near(ADA, 0.55);

        assertThat(judge(rules(), face(0.9, null)).outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(judge(stricter(0.6, null), face(0.9, null)).outcome()).isEqualTo(Outcome.UNKNOWN);

        near(BOB, 0.45);

        assertThat(judge(rules(), face(0.9, null)).outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(judge(stricter(null, 0.2), face(0.9, null)).outcome()).isEqualTo(Outcome.AMBIGUOUS);
    }

    @Test
    void what_is_poor_or_not_live_names_nobody() {
        near(ADA, 0.9);

        Verdict poor = judge(rules(), face(0.1, null));
        Verdict shown = judge(live(), face(0.9, new Liveness(0.1, false)));
        Verdict untold = judge(live(), face(0.9, null));
        Verdict there = judge(live(), face(0.9, new Liveness(0.9, true)));

        assertThat(poor.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(poor.reason()).isEqualTo("face-quality-low");
        assertThat(poor.person()).isNull();
        assertThat(shown.reason()).isEqualTo("not-live");
        assertThat(untold.reason()).isEqualTo("not-live");
        assertThat(there.outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(atTheDoor.subList(0, 3)).containsOnly(Optional.empty());
    }

    @Test
    void whoever_may_not_be_recognised_any_more_is_as_if_they_were_not_there() {
        near(ADA, 0.9);
        near(BOB, 0.86);
        staff.remove(ADA);

        Verdict verdict = judge(rules(), face(0.9, null));

        assertThat(verdict.outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(verdict.person()).isEqualTo(BOB);
    }

    @Test
    void somebody_disabled_is_recognised_and_reported() {
        near(ADA, 0.9);
        staff.put(ADA, person(ADA, true));

        Verdict verdict = judge(rules(), face(0.9, null));

        assertThat(verdict.outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(verdict.isDisabled()).isTrue();
    }

    @Test
    void without_anybody_enrolled_everybody_is_unknown() {
        Verdict verdict = judge(rules(), face(0.9, null));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.reason()).isEqualTo("nobody-enrolled");
        assertThat(verdict.confidence()).isNull();
    }

    private Verdict judge(CameraRules rules, AnalyzedFace face) {
        var camera = new Camera(
                new CameraId(3), new CameraName("door"), "Door", "", 7, new GalleryName("staff"), rules, true, NOON, 1);
        var judge = new FrameJudge(new Embedder(), new Near(near), new Staff(staff), new Door(atTheDoor));
        return judge.judge(camera, List.of(face), NOON).get(0).verdict();
    }

    private void near(PersonId person, double similarity) {
        near.add(new Neighbour(person, new FaceId(person.value()), similarity, 5));
        staff.put(person, person(person, false));
    }

    private static KnownPerson person(PersonId id, boolean isDisabled) {
        return new KnownPerson(id, 7, "Somebody", null, isDisabled, null, Set.of());
    }

    private static CameraRules rules() {
        return stricter(null, null);
    }

    private static CameraRules stricter(@Nullable Double threshold, @Nullable Double margin) {
        return new CameraRules(threshold, margin, 0.3, false, Duration.ZERO, true, false);
    }

    private static CameraRules live() {
        return new CameraRules(null, null, 0.3, true, Duration.ZERO, true, false);
    }

    private static AnalyzedFace face(double quality, @Nullable Liveness liveness) {
        var detected = new DetectedFace(new Box(1, 2, 30, 40), new Landmarks(new float[10]), 0.9f);
        int side = AlignedFace.SIDE;
        var crop = new AlignedFace(new Bitmap(side, side, new byte[3 * side * side]));
        return new AnalyzedFace(
                detected, crop, new Quality(quality, Set.of()), Embedding.of(MODEL, new float[] {1, 0}), liveness);
    }

    private record Near(List<Neighbour> neighbours) implements EmbeddingStore {
        @Override
        public void add(FaceId face, Embedding embedding) {
            throw new UnsupportedOperationException("Nothing is enrolled here");
        }

        @Override
        public Optional<Embedding> find(FaceId face, ModelId model) {
            return Optional.empty();
        }

        @Override
        public Optional<NearFace> nearestOf(PersonId person, Embedding probe) {
            return Optional.empty();
        }

        @Override
        public Nearest<Neighbour> nearestPersons(NearestQuery query) {
            var plan = new SearchPlan(SearchPlan.Method.MEMORY, "made up", 0);
            return new Nearest<>(
                    neighbours.stream()
                            .sorted((one, other) -> Double.compare(other.similarity(), one.similarity()))
                            .limit(query.limit())
                            .toList(),
                    plan);
        }

        @Override
        public Nearest<NearFace> nearestFaces(NearestQuery query) {
            throw new UnsupportedOperationException("Nobody looks for faces here");
        }
    }

    private static final class Staff extends StaffBook {
        private final Map<PersonId, KnownPerson> known;

        Staff(Map<PersonId, KnownPerson> known) {
            this.known = known;
        }

        @Override
        public GalleryRules rules(Camera camera) {
            return GalleryKind.GENERAL.rules();
        }

        @Override
        public Map<PersonId, KnownPerson> persons(Collection<PersonId> ids) {
            Map<PersonId, KnownPerson> found = new HashMap<>(known);
            found.keySet().retainAll(ids);
            return found;
        }
    }

    private static final class Door extends AccessJudge {
        private final List<Optional<KnownPerson>> asked;

        Door(List<Optional<KnownPerson>> asked) {
            this.asked = asked;
        }

        @Override
        public Optional<AccessOutcome> judge(
                CameraId camera, Optional<KnownPerson> who, String faceReason, Instant at) {
            asked.add(who);
            return Optional.empty();
        }
    }

    private static final class Embedder implements FaceAnalysis {
        @Override
        public Detection detect(Photo photo, DetectOptions options) {
            throw new UnsupportedOperationException("Nobody detects here");
        }

        @Override
        public Findings find(Photo photo, DetectOptions options) {
            throw new UnsupportedOperationException("Faces are analyzed by now");
        }

        @Override
        public List<AnalyzedFace> embed(List<FoundFace> faces) {
            throw new UnsupportedOperationException("Faces are analyzed by now");
        }

        @Override
        public EmbedderInfo embedder() {
            return new EmbedderInfo(MODEL, 2, "00", Thresholds.of(0.3, 0.4, 0.5));
        }
    }
}
