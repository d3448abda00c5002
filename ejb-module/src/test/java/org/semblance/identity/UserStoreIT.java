package org.semblance.identity;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.audit.AuditEvent;
import org.semblance.database.MigratedDatabase;
import org.semblance.platform.Permissions;
import org.semblance.platform.Statements;

import static org.assertj.core.api.Assertions.assertThat;

/** Users as JPA keeps them, on the migrated schema. */
class UserStoreIT {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final SessionSettings SETTINGS =
            new SessionSettings(Duration.ofHours(24), Duration.ofHours(1), Duration.ZERO, Duration.ofMinutes(5));

    private static MigratedDatabase database;
    private static EntityManagerFactory factory;
    private final Recorded audit = new Recorded();

    @BeforeAll
    static void open() {
        database = MigratedDatabase.fresh();
        factory = Persistence.createEntityManagerFactory(
                "semblance",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource", database.app(),
                        "jakarta.persistence.jtaDataSource", ""));
    }

    @AfterAll
    static void close() {
        factory.close();
        database.close();
    }

    @Test
    void the_first_administrator_may_do_everything_and_changes_the_password() {
        in(users -> users.addAdministrator("admin", "only this once"));
        AppUser admin = find("ADMIN");
        assertThat(admin.mustChangePassword()).isTrue();
        assertThat(admin.maySignIn(NOON)).isTrue();
        var before = sessions().begin(admin.id(), SessionKind.PORTAL);
        var spared = sessions().begin(admin.id(), SessionKind.API);

        in(users -> users.changePassword("admin", "another hash", spared));

        assertThat(find("admin").passwordHash()).isEqualTo("another hash");
        assertThat(find("admin").mustChangePassword()).isFalse();
        var grants = new Grants(database.app(), SETTINGS, CLOCK);
        assertThat(grants.find(admin.id(), before)).isEmpty();
        assertThat(grants.find(admin.id(), spared).orElseThrow().permissions())
                .containsExactlyInAnyOrderElementsOf(Permissions.ALL);
        assertThat(audit.events)
                .extracting(AuditEvent::action)
                .containsExactly("user.created", "user.password-changed");
        in(users -> users.rehash(admin.id(), "a slower hash"));
        assertThat(find("admin").passwordHash()).isEqualTo("a slower hash");
    }

    @Test
    void a_one_time_password_expires() {
        new Statements(database.app())
                .change(
                        "INSERT INTO app_user (id, username, display_name, password_hash, password_expires_at)"
                                + " VALUES ('00000000-0000-0000-0000-000000000009', 'newcomer', 'N', 'x', '2026-01-01T12:00:00Z')");

        assertThat(find("newcomer").maySignIn(NOON.minusSeconds(1))).isTrue();
        assertThat(find("newcomer").maySignIn(NOON)).isFalse();
    }

    private AppUser find(String username) {
        var found = new java.util.ArrayList<AppUser>();
        in(users -> found.add(users.find(username).orElseThrow()));
        return found.get(0);
    }

    private void in(Consumer<UserStore> work) {
        try (EntityManager entities = factory.createEntityManager()) {
            entities.getTransaction().begin();
            var users = new UserStore(sessions(), audit, CLOCK);
            var field = UserStore.class.getDeclaredField("entities");
            field.setAccessible(true);
            field.set(users, entities);
            work.accept(users);
            entities.getTransaction().commit();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private SessionStore sessions() {
        return new SessionStore(database.app(), SETTINGS, audit, CLOCK);
    }
}
