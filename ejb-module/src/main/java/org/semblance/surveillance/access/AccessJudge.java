package org.semblance.surveillance.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.KnownPerson;
import org.semblance.surveillance.event.RecognitionEvent.AccessOutcome;

/** Decides who may pass the door that a camera watches, from memory only. */
@ApplicationScoped
public class AccessJudge {
    private final AccessBook book;
    private final AccessSettings settings;
    private final AccessMetrics metrics;
    private final Clock clock;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected AccessJudge() {
        this(null, null, null, null);
    }

    @Inject
    public AccessJudge(AccessBook book, AccessSettings settings, AccessMetrics metrics, Clock clock) {
        this.book = book;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * What is decided of a face that a camera sees; empty when the camera watches no door that is enabled.
     *
     * @param who whose face it is; empty for nobody known
     * @param faceReason code of why it was recognised, or was not
     * @param at when the picture was taken
     */
    public Optional<AccessOutcome> judge(CameraId camera, Optional<KnownPerson> who, String faceReason, Instant at) {
        return book.find(camera)
                .filter(rules -> rules.door().said().isEnabled())
                .map(rules -> {
                    AccessDecision decision = who.map(person -> decide(rules, person, at))
                            .orElseGet(() -> AccessDecision.denied(AccessReason.ofFace(faceReason)));
                    metrics.count(decision);
                    return decision.at(rules.door().name());
                });
    }

    /** What would be decided of somebody who is recognised. */
    public AccessDecision decide(DoorRules rules, KnownPerson who, Instant at) {
        boolean isOutdated = book.readAt().plus(settings.maxAge()).isBefore(clock.instant());
        if (isOutdated) {
            return AccessDecision.denied(AccessReason.RULES_OUTDATED);
        }
        return rules.door().galleries().contains(who.galleryId())
                ? rules.decide(who, at)
                : AccessDecision.denied(AccessReason.NOT_WATCHED);
    }
}
