package org.semblance.identity;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.semblance.platform.RequestContext;
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
        try (var connection = database.getConnection();
                var begin = connection.prepareStatement(BEGIN)) {
            begin.setObject(1, id);
            begin.setObject(2, user);
            begin.setString(3, kind.code());
            begin.setTimestamp(4, Timestamp.from(now));
            begin.setTimestamp(5, Timestamp.from(now));
            begin.setTimestamp(6, Timestamp.from(now));
            begin.setTimestamp(7, Timestamp.from(now.plus(settings.lifetime())));
            begin.setString(8, RequestContext.clientAddress());
            begin.setString(9, RequestContext.userAgent());
            begin.executeUpdate();
            return id;
        } catch (SQLException e) {
            throw new IllegalStateException("A session could not be begun", e);
        }
    }
}
