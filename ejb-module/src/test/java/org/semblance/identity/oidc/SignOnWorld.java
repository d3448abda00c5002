package org.semblance.identity.oidc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;
import org.semblance.TestTransaction;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.database.MigratedDatabase;
import org.semblance.identity.Grants;
import org.semblance.identity.SessionSettings;
import org.semblance.identity.SessionStore;
import org.semblance.identity.UserAccess;
import org.semblance.platform.Statements;

/** Single sign-on between a provider and a database of its own. */
final class SignOnWorld implements AutoCloseable {
    private static final SessionSettings SETTINGS =
            new SessionSettings(Duration.ofHours(24), Duration.ofHours(1), Duration.ZERO, Duration.ofMinutes(5));

    final MigratedDatabase database = MigratedDatabase.fresh();
    final List<AuditEvent> audited = new ArrayList<>();
    CompanyProvider provider = new CompanyProvider();

    @Nullable
    String defaultRole;

    boolean createsUsers = true;
    boolean createsApiUsers;

    void clear() {
        provider.close();
        provider = new CompanyProvider();
        sql().change("DELETE FROM app_user");
        sql().change("DELETE FROM gallery");
        sql().change("INSERT INTO gallery (name, title) VALUES ('canteen', 'Canteen')");
        audited.clear();
        defaultRole = null;
        createsUsers = true;
        createsApiUsers = false;
    }

    @Override
    public void close() {
        provider.close();
        database.close();
    }

    SingleSignOn signOn() {
        return new SingleSignOn(
                provider.settings(), claims(), known(), tokens(), new Transacted(), access(), CompanyProvider.CLOCK);
    }

    ProviderAccess api() {
        return new ProviderAccess(
                provider.settings(), claims(), tokens(), new Transacted(), access(), CompanyProvider.CLOCK);
    }

    private final java.util.Map<String, Provider> providers = new java.util.HashMap<>();

    private Provider known() {
        return providers.computeIfAbsent(
                provider.issuer(), issuer -> new Provider(provider.settings(), CompanyProvider.CLOCK));
    }

    private ProviderTokens tokens() {
        return new ProviderTokens(known(), CompanyProvider.CLOCK);
    }

    private UserAccess access() {
        return new UserAccess(
                new Grants(database.app(), SETTINGS, CompanyProvider.CLOCK), SETTINGS, CompanyProvider.CLOCK);
    }

    private ClaimSettings claims() {
        return new ClaimSettings(
                "preferred_username",
                "name",
                "email",
                "roles",
                Optional.of(List.of(
                        "face-admins=administrator", "face-watchers=security-operator", "canteen=enroller@canteen")),
                Optional.ofNullable(defaultRole),
                createsUsers,
                createsApiUsers);
    }

    /** To the provider and back, as a browser does it. */
    Arrival signIn() {
        SingleSignOn signOn = signOn();
        Departure departure = signOn.begin(false);
        return signOn.complete(departure.pending(), provider.signIn(departure.address()));
    }

    /** Has the provider say something else in its ID tokens. */
    void change(Consumer<JwtClaims> change) {
        provider.claims = claims -> {
            change.accept(claims);
            return claims;
        };
    }

    /** What somebody has, in the order of their names; those of the provider in brackets. */
    String rolesOf(String username) {
        return String.join(
                ", ",
                sql().list(
                                "SELECT CASE WHEN from_provider THEN '(' || role.name || ')' ELSE role.name END FROM user_role"
                                        + " JOIN role ON role.id = role_id JOIN app_user ON app_user.id = user_id"
                                        + " WHERE username = ? ORDER BY role.name",
                                row -> row.getString(1),
                                username));
    }

    Statements sql() {
        return new Statements(database.app());
    }

    private AuditLog log() {
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

    /** Each call in a transaction of its own, as the container does it. */
    private final class Transacted extends FederatedUserStore {
        @Override
        public Optional<FederatedUser> find(String issuer, String subject) {
            return in(store -> store.find(issuer, subject));
        }

        @Override
        public FederatedUser receive(ProviderUser user, boolean create) {
            return in(store -> store.receive(user, create));
        }

        @Override
        public UUID begin(FederatedUser user, Instant provedAt, @Nullable String providerSession) {
            return in(store -> store.begin(user, provedAt, providerSession));
        }

        @Override
        public void proved(UUID session) {
            in(store -> {
                store.proved(session);
                return true;
            });
        }

        @Override
        public int endSessions(String issuer, Claims logout, Instant begunBefore) {
            return in(store -> store.endSessions(issuer, logout, begunBefore));
        }

        @Override
        public void recordRefusal(@Nullable ProviderUser user, String code) {
            in(store -> {
                store.recordRefusal(user, code);
                return true;
            });
        }

        private <T> T in(Function<FederatedUserStore, T> work) {
            return TestTransaction.in(database.app(), source -> work.apply(store(source)));
        }

        private FederatedUserStore store(DataSource source) {
            var sessions = new SessionStore(source, SETTINGS, log(), CompanyProvider.CLOCK);
            return new FederatedUserStore(source, sessions, log(), CompanyProvider.CLOCK);
        }
    }
}
