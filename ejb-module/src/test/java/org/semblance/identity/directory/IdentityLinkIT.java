package org.semblance.identity.directory;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.audit.AuditEvent;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.Scope;
import org.semblance.identity.SessionSettings;
import org.semblance.identity.StepUp;
import org.semblance.platform.Permissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Linking a user lets somebody in as them; on the migrated schema. */
class IdentityLinkIT {
    private static final String ISSUER = "https://sso.example/realms/company";

    private static Directory directory;
    private UUID ada;

    @BeforeAll
    static void open() {
        directory = new Directory();
    }

    @AfterAll
    static void close() {
        directory.close();
    }

    @BeforeEach
    void ada_administers() {
        directory.clear();
        CurrentUser.begin(Directory.ADMINISTRATOR);
        ada = directory
                .users()
                .create(Directory.user("ada", Directory.ADMINISTERS))
                .user()
                .id();
        directory.audited.clear();
    }

    @AfterEach
    void nobody_calls() {
        CurrentUser.end();
    }

    @Test
    void an_administrator_links_and_unlinks_a_user() {
        IdentityLink link = links().link(ada, ISSUER, "subject-1");
        assertThat(links().list(ada)).containsExactly(link);

        links().unlink(ada, link.id());

        assertThat(links().list(ada)).isEmpty();
        assertThat(directory.audited).extracting(AuditEvent::action).containsExactly("user.linked", "user.unlinked");
    }

    @Test
    void unlinking_takes_what_the_provider_gave_and_ends_what_it_began() {
        IdentityLink link = links().link(ada, ISSUER, "subject-1");
        directory
                .sql()
                .change(
                        "INSERT INTO user_role (user_id, role_id, from_provider) SELECT ?, id, true FROM role"
                                + " WHERE name = 'auditor'",
                        ada);
        directory
                .sql()
                .change(
                        "INSERT INTO user_session (id, user_id, kind, created_at, last_used_at, proved_at, expires_at)"
                                + " VALUES (?, ?, 'portal', now(), now(), now(), now() + interval '1 day')",
                        new UUID(0, 9),
                        ada);
        directory
                .sql()
                .change(
                        "INSERT INTO federated_session (session_id, identity_id) VALUES (?, ?)",
                        new UUID(0, 9),
                        link.id());

        links().unlink(ada, link.id());

        assertThat(directory.users().require(ada).roles()).containsExactly(Directory.ADMINISTERS);
        assertThat(directory.sql().number("SELECT count(*) FROM user_session WHERE revoked_because = 'unlinked'"))
                .isEqualTo(1);
    }

    @Test
    void one_subject_is_one_user() {
        links().link(ada, ISSUER, "subject-1");

        assertThatThrownBy(() -> links().link(ada, ISSUER, "subject-1")).isInstanceOf(NameTakenException.class);
    }

    @Test
    void nobody_links_somebody_who_may_do_more_than_they_may() {
        Directory.callWith(Map.of(Permissions.USER_MANAGE, Scope.EVERYWHERE));

        assertThatThrownBy(() -> links().link(ada, ISSUER, "subject-1")).isInstanceOf(RightsExceededException.class);
    }

    @Test
    void a_link_of_somebody_else_is_not_there() {
        IdentityLink link = links().link(ada, ISSUER, "subject-1");
        UUID ben = directory.users().create(Directory.user("ben")).user().id();

        assertThatThrownBy(() -> links().unlink(ben, link.id())).isInstanceOf(LinkNotFoundException.class);
    }

    @Test
    void a_role_given_by_hand_is_no_longer_the_providers_to_take() {
        directory
                .sql()
                .change(
                        "INSERT INTO user_role (user_id, role_id, from_provider) SELECT ?, id, true FROM role"
                                + " WHERE name = 'auditor'",
                        ada);

        directory.users().give(ada, new RoleGrant("auditor", null));

        assertThat(directory.sql().number("SELECT count(*) FROM user_role WHERE from_provider"))
                .isZero();
        assertThat(directory.audited).extracting(AuditEvent::action).containsExactly("user.role-given");
    }

    private static IdentityLinkService links() {
        var settings =
                new SessionSettings(Duration.ofHours(24), Duration.ofHours(1), Duration.ZERO, Duration.ofMinutes(5));
        return new IdentityLinkService(
                directory.database.app(),
                new IdentityLinkStore(directory.database.app(), directory.log(), Clock.systemUTC()),
                new StepUp(settings, Clock.systemUTC()));
    }
}
