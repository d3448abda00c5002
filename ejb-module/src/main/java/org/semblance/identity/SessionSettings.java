package org.semblance.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a sign-in counts, and how long what is known of users counts while the database does not answer. */
@ApplicationScoped
public class SessionSettings {
    private static final Duration LONGEST_SESSION = Duration.ofDays(90);
    private static final Duration LONGEST_GRACE = Duration.ofHours(1);

    private final Duration lifetime;
    private final Duration idle;
    private final Duration outageGrace;
    private final Duration stepUpPeriod;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SessionSettings() {
        this.lifetime = null;
        this.idle = null;
        this.outageGrace = null;
        this.stepUpPeriod = null;
    }

    @Inject
    public SessionSettings(
            @ConfigProperty(name = "semblance.security.session-lifetime", defaultValue = "PT24H") Duration lifetime,
            @ConfigProperty(name = "semblance.security.session-idle", defaultValue = "PT1H") Duration idle,
            @ConfigProperty(name = "semblance.security.outage-grace", defaultValue = "PT5M") Duration outageGrace,
            @ConfigProperty(name = "semblance.security.step-up-period", defaultValue = "PT5M") Duration stepUpPeriod) {
        this.lifetime = lifetime;
        this.idle = idle;
        this.outageGrace = outageGrace;
        this.stepUpPeriod = stepUpPeriod;
        if (lifetime.compareTo(Duration.ofMinutes(5)) < 0 || lifetime.compareTo(LONGEST_SESSION) > 0) {
            throw new IllegalArgumentException("semblance.security.session-lifetime lies between PT5M and P90D");
        }
        if (idle.compareTo(Duration.ofMinutes(5)) < 0 || idle.compareTo(lifetime) > 0) {
            throw new IllegalArgumentException(
                    "semblance.security.session-idle lies between PT5M and semblance.security.session-lifetime");
        }
        if (stepUpPeriod.compareTo(Duration.ofSeconds(10)) < 0 || stepUpPeriod.compareTo(idle) > 0) {
            throw new IllegalArgumentException(
                    "semblance.security.step-up-period lies between PT10S and semblance.security.session-idle");
        }
        if (outageGrace.isNegative() || outageGrace.compareTo(LONGEST_GRACE) > 0) {
            throw new IllegalArgumentException("semblance.security.outage-grace lies between PT0S and PT1H");
        }
    }

    /** After this long the user signs in again, however busy they are. */
    public Duration lifetime() {
        return lifetime;
    }

    /** A session that nothing has used for this long has ended. */
    public Duration idle() {
        return idle;
    }

    /** How long a node goes by what it last read of a user while it cannot reach the database. */
    public Duration outageGrace() {
        return outageGrace;
    }

    /** How long ago the password may have been proved for sensitive work. */
    public Duration stepUpPeriod() {
        return stepUpPeriod;
    }
}
