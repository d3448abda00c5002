package org.semblance.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether, and when, a withdrawal of consent becomes an erasure. */
@ApplicationScoped
public class PrivacySettings {
    private static final Duration LONGEST = Duration.ofDays(3650);

    private final Optional<Duration> eraseAfterWithdrawal;

    protected PrivacySettings() {
        this(Optional.empty());
    }

    @Inject
    public PrivacySettings(
            @ConfigProperty(name = "semblance.privacy.erase-after-withdrawal")
                    Optional<Duration> eraseAfterWithdrawal) {
        this.eraseAfterWithdrawal = eraseAfterWithdrawal;
        if (eraseAfterWithdrawal
                .filter(time -> time.isNegative() || time.compareTo(LONGEST) > 0)
                .isPresent()) {
            throw new IllegalArgumentException("semblance.privacy.erase-after-withdrawal lies between PT0S and P3650D");
        }
    }

    /** Nothing when a withdrawal only suspends. */
    public Optional<Duration> eraseAfterWithdrawal() {
        return eraseAfterWithdrawal;
    }
}
