package org.semblance.surveillance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.Decision;
import org.semblance.gallery.DecisionRule;
import org.semblance.gallery.GalleryRules;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.gallery.search.NearestQuery;
import org.semblance.gallery.search.Neighbour;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraRules;
import org.semblance.surveillance.KnownPerson;
import org.semblance.surveillance.access.AccessJudge;
import org.semblance.surveillance.event.RecognitionEvent.AccessOutcome;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;
import org.semblance.surveillance.event.RecognitionEvent.Verdict;
import org.semblance.vision.AnalyzedFace;
import org.semblance.vision.EmbedderInfo;
import org.semblance.vision.FaceAnalysis;
import org.semblance.vision.Liveness;

/** Says of faces whose they are and whether they may pass: rather not known than mistaken. */
@ApplicationScoped
public class FrameJudge {
    private static final String LOW_QUALITY = "face-quality-low";
    private static final String NOT_LIVE = "not-live";

    /** Beyond the two that decide, some who may not be recognised any more. */
    private static final int LOOKED_AT = Decision.DECIDING + 3;

    private final FaceAnalysis analysis;
    private final EmbeddingStore embeddings;
    private final StaffBook staff;
    private final AccessJudge access;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected FrameJudge() {
        this(null, null, null, null);
    }

    @Inject
    public FrameJudge(FaceAnalysis analysis, EmbeddingStore embeddings, StaffBook staff, AccessJudge access) {
        this.analysis = analysis;
        this.embeddings = embeddings;
        this.staff = staff;
        this.access = access;
    }

    /** A face with what is believed of it. */
    record Judged(
            AnalyzedFace face,
            Verdict verdict,
            @Nullable KnownPerson who,
            @Nullable AccessOutcome access) {}

    /** In the order of the faces. */
    List<Judged> judge(Camera camera, List<AnalyzedFace> faces, Instant at) {
        if (faces.isEmpty()) {
            return List.of();
        }
        EmbedderInfo embedder = analysis.embedder();
        GalleryRules gallery = staff.rules(camera);
        DecisionRule rule = rule(gallery, camera.rules(), embedder);
        List<List<Neighbour>> near = faces.stream()
                .map(face -> embeddings
                        .nearestPersons(NearestQuery.of(camera.galleryId(), face.embedding(), LOOKED_AT))
                        .found())
                .toList();
        var reaching = near.stream()
                .flatMap(List::stream)
                .filter(neighbour -> neighbour.similarity() >= rule.threshold())
                .map(Neighbour::person)
                .collect(Collectors.toSet());
        Map<PersonId, KnownPerson> known = reaching.isEmpty() ? Map.of() : staff.persons(reaching);
        return IntStream.range(0, faces.size())
                .mapToObj(i -> {
                    var ranked = near.get(i).stream()
                            .filter(neighbour ->
                                    neighbour.similarity() < rule.threshold() || known.containsKey(neighbour.person()))
                            .toList();
                    Decision decision = Decision.of(ranked, rule, embedder.model());
                    return judged(camera, faces.get(i), decision, known, at);
                })
                .toList();
    }

    private Judged judged(
            Camera camera, AnalyzedFace face, Decision decision, Map<PersonId, KnownPerson> known, Instant at) {
        String rejection = rejection(camera.rules(), face);
        PersonId person = rejection == null ? decision.person() : null;
        KnownPerson who = person == null ? null : known.get(person);
        Liveness liveness = face.liveness();
        var verdict = new Verdict(
                rejection == null ? Outcome.valueOf(decision.outcome().name()) : Outcome.REJECTED,
                rejection == null ? decision.reason().code() : rejection,
                who == null ? null : who.id(),
                who == null ? null : who.user(),
                who != null && who.isDisabled(),
                decision.score(),
                decision.runnerUp(),
                decision.rule().threshold(),
                decision.rule().margin(),
                face.quality().score(),
                liveness == null ? null : liveness.score(),
                decision.model().value());
        AccessOutcome passes = access.judge(camera.id(), Optional.ofNullable(who), verdict.reason(), at)
                .orElse(null);
        return new Judged(face, verdict, who, passes);
    }

    private static @Nullable String rejection(CameraRules rules, AnalyzedFace face) {
        if (face.quality().score() < rules.minQuality()) {
            return LOW_QUALITY;
        }
        Liveness liveness = face.liveness();
        return rules.requiresLiveness() && (liveness == null || !liveness.live()) ? NOT_LIVE : null;
    }

    private static DecisionRule rule(GalleryRules gallery, CameraRules camera, EmbedderInfo embedder) {
        DecisionRule usual = gallery.decisionRule(embedder.thresholds());
        Double threshold = camera.threshold();
        Double margin = camera.margin();
        return new DecisionRule(
                threshold == null ? usual.threshold() : threshold,
                margin == null ? usual.margin() : margin,
                usual.minFaces());
    }
}
