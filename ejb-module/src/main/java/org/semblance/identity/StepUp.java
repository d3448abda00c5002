package org.semblance.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * Asks for the password again before sensitive work: whoever finds an unlocked screen, or a stolen token, does not get
 * that far. What has no session has no password to prove either: an API key was given its permissions under a step-up.
 */
@ApplicationScoped
public class StepUp {
    private final Duration period;
    private final Clock clock;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected StepUp() {
        this.period = null;
        this.clock = null;
    }

    @Inject
    public StepUp(SessionSettings settings, Clock clock) {
        this.period = settings.stepUpPeriod();
        this.clock = clock;
    }

    /** Refuses when the caller's session proved its password too long ago. */
    public void require() {
        var session = CurrentUser.require().session();
        if (session != null && session.provedAt().plus(period).isBefore(clock.instant())) {
            throw new StepUpRequiredException();
        }
    }
}
