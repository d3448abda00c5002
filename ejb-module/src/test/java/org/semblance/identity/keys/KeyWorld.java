package org.semblance.identity.keys;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.semblance.database.MigratedDatabase;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.Grants;
import org.semblance.identity.SessionSettings;
import org.semblance.identity.StepUp;
import org.semblance.identity.UserAccess;
import org.semblance.identity.limits.LimitSettings;
import org.semblance.identity.limits.SetClock;

/** A database with Ada, an administrator, and Bob, who enrolls in the gallery staff; and nodes that read it. */
final class KeyWorld implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final UUID ADA = new UUID(0, 1);
    static final UUID BOB = new UUID(0, 2);

    final MigratedDatabase database = MigratedDatabase.fresh();
    final SetClock clock = new SetClock(NOON);
    final RecordedAudit audit = new RecordedAudit();
    final LimitSettings limits = new LimitSettings(600, 0);

    private final SessionSettings sessions = new SessionSettings(
            Duration.ofHours(24), Duration.ofHours(1), Duration.ofMinutes(5), Duration.ofMinutes(5));

    KeyWorld() {
        run("INSERT INTO gallery (name, title) VALUES ('staff', 'Staff'), ('guests', 'Guests')");
        run("INSERT INTO app_user (id, username, display_name, password_hash) VALUES ('" + ADA
                + "', 'ada', 'Ada', 'hash'), ('" + BOB + "', 'bob', 'Bob', 'hash')");
        run("INSERT INTO user_role (user_id, role_id) SELECT '" + ADA + "', id FROM role WHERE name = 'administrator'");
        run("INSERT INTO user_role (user_id, role_id, gallery_id) SELECT '" + BOB
                + "', role.id, gallery.id FROM role, gallery WHERE role.name = 'enroller' AND gallery.name = 'staff'");
    }

    ApiKeyService service() {
        return new ApiKeyService(
                store(database.app()),
                new ApiKeySettings(Duration.ofDays(90), Duration.ofDays(366), 3),
                limits,
                new StepUp(sessions, clock),
                clock);
    }

    /** Another node each time. */
    ApiKeys node() {
        return node(database.app());
    }

    ApiKeys node(DataSource source) {
        return new ApiKeys(
                store(source),
                new UserAccess(new Grants(source, sessions, clock), sessions, clock),
                limits,
                sessions,
                clock);
    }

    private ApiKeyStore store(DataSource source) {
        return new ApiKeyStore(source, audit, clock);
    }

    void signedIn(UUID user) {
        CurrentUser.begin(new UserAccess(new Grants(database.app(), sessions, clock), sessions, clock).require(user));
    }

    static NewApiKey wanted(String... permissions) {
        return new NewApiKey(
                new KeyName("Camera gate"),
                Set.of(permissions),
                Optional.empty(),
                Optional.empty(),
                new KeyLimits(null, null));
    }

    static NewApiKey wantedIn(String gallery, String... permissions) {
        return new NewApiKey(
                new KeyName("Camera gate"),
                Set.of(permissions),
                Optional.of(Set.of(gallery)),
                Optional.empty(),
                new KeyLimits(null, null));
    }

    void run(String statement) {
        try (var connection = database.app().getConnection()) {
            connection.createStatement().execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String query) {
        try (var connection = database.app().getConnection();
                var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        CurrentUser.end();
        database.close();
    }
}
