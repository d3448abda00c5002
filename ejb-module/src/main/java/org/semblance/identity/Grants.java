package org.semblance.identity;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the database says that a user may do now: one query, by primary keys. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Grants {
    /** How exactly it is known when a session was last used; a write for each request would cost more than it tells. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    /** A row for each scope, not for each permission: most users have all of theirs in one. */
    private static final String GRANTED = """
              LEFT JOIN LATERAL (
                    SELECT string_agg(permission, ' ') AS permissions, galleries
                      FROM (SELECT role_permission.permission,
                                   CASE WHEN bool_and(user_role.gallery_id IS NOT NULL)
                                        THEN array_agg(DISTINCT user_role.gallery_id) END AS galleries
                              FROM user_role JOIN role_permission ON role_permission.role_id = user_role.role_id
                             WHERE user_role.user_id = u.id
                             GROUP BY role_permission.permission) AS held
                     GROUP BY galleries) AS granted ON true
             WHERE u.id = ? AND u.status = 'active'
            """;

    private static final String OF_USER = """
            SELECT u.username, u.display_name, granted.permissions, granted.galleries
              FROM app_user AS u
            """ + GRANTED;

    private static final String OF_SESSION =
            """
            SELECT u.username, u.display_name, granted.permissions, granted.galleries, s.proved_at, s.last_used_at
              FROM app_user AS u JOIN user_session AS s ON s.user_id = u.id
            """ + GRANTED + " AND s.id = ? AND s.revoked_at IS NULL AND s.expires_at > ? AND s.last_used_at > ?";

    private static final String NOTE_USE =
            "UPDATE user_session SET last_used_at = ? WHERE id = ? AND last_used_at < ? AND revoked_at IS NULL";

    private final SessionSettings settings;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected Grants() {
        this.settings = null;
        this.clock = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public Grants(SessionSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public Grants(DataSource database, SessionSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.database = database;
    }

    /** An active user; empty for one that is disabled or is not there. */
    public Optional<SignedInUser> find(UUID user) {
        try (var connection = database.getConnection();
                var find = connection.prepareStatement(OF_USER)) {
            find.setObject(1, user);
            try (var rows = find.executeQuery()) {
                return rows.next() ? Optional.of(read(user, rows, null)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new AccessUnknownException(e);
        }
    }

    /** An active user in a session that has not ended; empty when either is not so. */
    public Optional<SignedInUser> find(UUID user, UUID session) {
        Instant now = clock.instant();
        try (var connection = database.getConnection();
                var find = connection.prepareStatement(OF_SESSION);
                var note = connection.prepareStatement(NOTE_USE)) {
            find.setObject(1, user);
            find.setObject(2, session);
            find.setTimestamp(3, Timestamp.from(now));
            find.setTimestamp(4, Timestamp.from(now.minus(settings.idle())));
            try (var rows = find.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                Instant noted = now.minus(NOTED_EVERY);
                if (rows.getTimestamp("last_used_at").toInstant().isBefore(noted)) {
                    note.setTimestamp(1, Timestamp.from(now));
                    note.setObject(2, session);
                    note.setTimestamp(3, Timestamp.from(noted));
                    note.executeUpdate();
                }
                var proof =
                        new SessionProof(session, rows.getTimestamp("proved_at").toInstant());
                return Optional.of(read(user, rows, proof));
            }
        } catch (SQLException e) {
            throw new AccessUnknownException(e);
        }
    }

    /** From the first row on, each of which has the permissions of one scope, or none when there are none at all. */
    private static SignedInUser read(UUID user, ResultSet rows, @Nullable SessionProof session) throws SQLException {
        String username = rows.getString("username");
        String displayName = rows.getString("display_name");
        Map<String, Scope> scopes = new HashMap<>();
        do {
            String permissions = rows.getString("permissions");
            if (permissions != null) {
                Scope scope = scope(rows.getArray("galleries"));
                for (String permission : permissions.split(" ", -1)) {
                    scopes.put(permission, scope);
                }
            }
        } while (rows.next());
        return new SignedInUser(user, username, displayName, scopes, session);
    }

    private static Scope scope(@Nullable Array galleries) throws SQLException {
        return galleries == null ? Scope.EVERYWHERE : Scope.of(Set.of((Long[]) galleries.getArray()));
    }
}
