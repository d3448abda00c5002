package org.semblance.identity;

import jakarta.enterprise.context.ApplicationScoped;
import org.semblance.lifetime.AgedRows;
import org.semblance.lifetime.AgedRowsKind;
import org.semblance.lifetime.Lifetime;

/** Sign-ins that have ended; until then they tell from where somebody has been here before. */
@ApplicationScoped
public class EndedSessions extends AgedRowsKind {
    public EndedSessions() {
        super(
                "sessions",
                "Sign-ins, from their end on; until then they tell where users have signed in before",
                Lifetime.ofDays(30, 1, 365),
                AgedRows.of("user_session", "id", "expires_at").with("semblance.refresh_token", "session_id"));
    }
}
