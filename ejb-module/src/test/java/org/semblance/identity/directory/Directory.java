package org.semblance.identity.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.semblance.TestTransaction;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.database.MigratedDatabase;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.OneTimePassword;
import org.semblance.identity.Scope;
import org.semblance.identity.SessionSettings;
import org.semblance.identity.SessionStore;
import org.semblance.identity.SignedInUser;
import org.semblance.identity.StepUp;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Permissions;
import org.semblance.platform.Statements;

/** Users and roles on a database of their own, changed as the container has them changed. */
final class Directory implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final SignedInUser ADMINISTRATOR =
            new SignedInUser(new UUID(0, 1), "admin", "Admin", Set.copyOf(Permissions.ALL));
    static final RoleGrant ADMINISTERS = new RoleGrant("administrator", null);

    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final SessionSettings SETTINGS =
            new SessionSettings(Duration.ofHours(24), Duration.ofHours(1), Duration.ZERO, Duration.ofMinutes(5));

    final MigratedDatabase database = MigratedDatabase.fresh();
    final List<AuditEvent> audited = new ArrayList<>();

    void clear() {
        for (String table : List.of("app_user", "department", "gallery")) {
            sql().change("DELETE FROM " + table);
        }
        sql().change("DELETE FROM role WHERE NOT built_in");
        audited.clear();
    }

    @Override
    public void close() {
        database.close();
    }

    static NewUser user(String name, RoleGrant... roles) {
        return new NewUser(name, new UserTraits("Ada North", name + "@example.org", null, true), List.of(roles));
    }

    static UserTraits renamed(UserTraits old) {
        return new UserTraits("Ada South", old.email(), old.departmentId(), old.isActive());
    }

    static UserTraits disabled(UserTraits old) {
        return new UserTraits(old.displayName(), old.email(), old.departmentId(), false);
    }

    static UserTraits enabled(UserTraits old) {
        return new UserTraits(old.displayName(), old.email(), old.departmentId(), true);
    }

    Callable<Boolean> disabling(UUID user) {
        return () -> {
            CurrentUser.begin(ADMINISTRATOR);
            try {
                users().change(user, Directory::disabled, ExpectedVersion.ANY);
                return true;
            } catch (LastAdministratorException refused) {
                return false;
            }
        };
    }

    static void callWith(Map<String, Scope> rights) {
        CurrentUser.begin(new SignedInUser(new UUID(0, 2), "kim", "Kim", rights, null));
    }

    UserService users() {
        return new UserService(database.app(), new TransactedStore(), new RoleStore(database.app(), log()), stepUp());
    }

    RoleService roles() {
        return new RoleService(new RoleStore(database.app(), log()), stepUp());
    }

    private StepUp stepUp() {
        return new StepUp(SETTINGS, CLOCK);
    }

    SessionStore sessions() {
        return sessions(database.app());
    }

    private SessionStore sessions(DataSource source) {
        return new SessionStore(source, SETTINGS, log(), CLOCK);
    }

    Statements sql() {
        return new Statements(database.app());
    }

    AuditLog log() {
        return new AuditLog() {
            @Override
            public void record(AuditEvent event) {
                audited.add(event);
            }

            @Override
            public void record(Actor actor, AuditEvent event) {
                audited.add(event);
            }
        };
    }

    /** Each change in a transaction of its own, as the container does it. */
    private final class TransactedStore extends DirectoryStore {
        @Override
        public UUID add(NewUser user, OneTimePassword password) {
            return TestTransaction.in(database.app(), source -> store(source).add(user, password));
        }

        @Override
        public void change(UUID user, UserPatch patch, ExpectedVersion expected) {
            in(store -> store.change(user, patch, expected));
        }

        @Override
        public void resetPassword(UUID user, OneTimePassword password) {
            in(store -> store.resetPassword(user, password));
        }

        @Override
        public void give(UUID user, RoleGrant role) {
            in(store -> store.give(user, role));
        }

        @Override
        public void take(UUID user, RoleGrant role) {
            in(store -> store.take(user, role));
        }

        private void in(Consumer<DirectoryStore> work) {
            TestTransaction.in(database.app(), source -> {
                work.accept(store(source));
                return true;
            });
        }

        private DirectoryStore store(DataSource source) {
            return new DirectoryStore(source, sessions(source), log(), Clock.systemUTC());
        }
    }
}
