package org.semblance.identity;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.RequestContext;
import org.semblance.platform.Sql;
import org.semblance.platform.UuidV7;

/** Sign-ins in the database. */
@Stateless
@PermitAll
public class SessionStore {
    private static final String BEGIN = """
            INSERT INTO user_session (id, user_id, kind, created_at, last_used_at, proved_at, expires_at,
                                      client_address, user_agent)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final SessionSettings settings;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SessionStore() {
        this.settings = null;
        this.clock = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public SessionStore(SessionSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public SessionStore(DataSource database, SessionSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.database = database;
    }

    /** Begins a session of somebody who has just proved their password. */
    public UUID begin(UUID user, SessionKind kind) {
        UUID id = UuidV7.next(clock);
        Instant now = clock.instant();
        sql().run(
                        BEGIN,
                        id,
                        user,
                        kind.code(),
                        now,
                        now,
                        now,
                        now.plus(settings.lifetime()),
                        RequestContext.clientAddress(),
                        RequestContext.userAgent());
        return id;
    }

    /** Ends every session of a user; {@code except} may spare one. How many there were. */
    public int revokeAll(UUID user, @Nullable UUID except, String because) {
        return sql().run(
                        "UPDATE user_session SET revoked_at = ?, revoked_because = ?"
                                + " WHERE user_id = ? AND id IS DISTINCT FROM ?::uuid AND revoked_at IS NULL",
                        clock.instant(),
                        because,
                        user,
                        except);
    }

    private Sql sql() {
        return new Sql(database);
    }
}
