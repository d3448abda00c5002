package org.semblance.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.semblance.lifetime.AgedRows;
import org.semblance.lifetime.AgedRowsKind;
import org.semblance.lifetime.Lifetime;

/** Tokens of sessions that have ended renew nothing any more. */
@ApplicationScoped
public class SpentRefreshTokens extends AgedRowsKind {
    private static final String ENDED = """
            (SELECT least(session.revoked_at, session.expires_at) FROM semblance.user_session AS session
              WHERE session.id = aged.session_id)""";

    public SpentRefreshTokens() {
        super(
                "refresh-tokens",
                "Tokens that renewed a session, from the session's end on",
                new Lifetime(Duration.ofDays(1), Duration.ofHours(1), Duration.ofDays(30), false),
                AgedRows.of("refresh_token", "hash", "issued_at").since(ENDED));
    }
}
