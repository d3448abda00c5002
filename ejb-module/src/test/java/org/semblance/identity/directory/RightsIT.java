package org.semblance.identity.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.Scope;
import org.semblance.identity.SessionProof;
import org.semblance.identity.SignedInUser;
import org.semblance.identity.StepUpRequiredException;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Permissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What callers with more and with fewer rights may do with the rights of others. */
class RightsIT {
    private static Directory directory;

    @BeforeAll
    static void open() {
        directory = new Directory();
    }

    @AfterAll
    static void close() {
        directory.close();
    }

    @BeforeEach
    void an_administrator_calls() {
        directory.clear();
        CurrentUser.begin(Directory.ADMINISTRATOR);
    }

    @AfterEach
    void nobody_calls() {
        CurrentUser.end();
    }

    @Test
    void the_last_administrator_stays_one() {
        UUID only = directory
                .users()
                .create(Directory.user("only", Directory.ADMINISTERS))
                .user()
                .id();

        assertThatThrownBy(() -> directory.users().change(only, Directory::disabled, ExpectedVersion.ANY))
                .isInstanceOf(LastAdministratorException.class);
        assertThatThrownBy(() -> directory.users().take(only, Directory.ADMINISTERS))
                .isInstanceOf(LastAdministratorException.class);
        assertThat(directory.users().require(only).roles()).containsExactly(Directory.ADMINISTERS);
        assertThat(directory.users().require(only).traits().isActive()).isTrue();
    }

    @Test
    void two_administrators_cannot_disable_each_other() throws Exception {
        UUID one = directory
                .users()
                .create(Directory.user("one", Directory.ADMINISTERS))
                .user()
                .id();
        UUID other = directory
                .users()
                .create(Directory.user("other", Directory.ADMINISTERS))
                .user()
                .id();
        var both = Executors.newFixedThreadPool(2);

        var done = both.invokeAll(List.of(directory.disabling(one), directory.disabling(other)));
        both.shutdown();

        assertThat(done).extracting(attempt -> attempt.get()).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void nobody_gives_what_they_do_not_have() {
        UUID ada = directory.users().create(Directory.user("ada")).user().id();
        Directory.callWith(Map.of(
                Permissions.USER_MANAGE, Scope.EVERYWHERE,
                Permissions.ROLE_MANAGE, Scope.EVERYWHERE,
                Permissions.VISION_DETECT, Scope.EVERYWHERE));

        assertThatThrownBy(() -> directory.users().give(ada, Directory.ADMINISTERS))
                .isInstanceOf(RightsExceededException.class);
        assertThatThrownBy(() -> directory.users().create(Directory.user("eve", Directory.ADMINISTERS)))
                .isInstanceOf(RightsExceededException.class);
        assertThatThrownBy(() ->
                        directory.roles().create(new RoleDefinition("mine", "Mine", Set.of(Permissions.AUDIT_READ))))
                .isInstanceOf(RightsExceededException.class);
        assertThat(directory.users().give(ada, new RoleGrant("member", null)).roles())
                .hasSize(1);
    }

    @Test
    void nobody_becomes_an_administrator_by_resetting_the_password_of_one() {
        UUID chief = directory
                .users()
                .create(Directory.user("chief", Directory.ADMINISTERS))
                .user()
                .id();
        Directory.callWith(Map.of(Permissions.USER_MANAGE, Scope.EVERYWHERE, Permissions.USER_READ, Scope.EVERYWHERE));

        assertThatThrownBy(() -> directory.users().resetPassword(chief)).isInstanceOf(RightsExceededException.class);
        assertThatThrownBy(() -> directory.users().change(chief, Directory::renamed, ExpectedVersion.ANY))
                .isInstanceOf(RightsExceededException.class);
    }

    @Test
    void who_keeps_users_in_one_gallery_gives_roles_there_and_nowhere_else() {
        UUID ada = directory.users().create(Directory.user("ada")).user().id();
        long staff = directory.sql().number("INSERT INTO gallery (name, title) VALUES ('staff', 'S') RETURNING id");
        directory.sql().change("INSERT INTO gallery (name, title) VALUES ('guests', 'G')");
        var rights = new HashMap<String, Scope>();
        Permissions.ALL.forEach(permission -> rights.put(permission, Scope.of(Set.of(staff))));
        Directory.callWith(rights);

        assertThatThrownBy(() -> directory.users().give(ada, new RoleGrant("enroller", null)))
                .isInstanceOf(RightsExceededException.class);
        assertThatThrownBy(() -> directory.users().give(ada, new RoleGrant("enroller", "guests")))
                .isInstanceOf(RightsExceededException.class);
        assertThatThrownBy(() -> directory.users().create(Directory.user("eve")))
                .isInstanceOf(RightsExceededException.class);
        CurrentUser.begin(Directory.ADMINISTRATOR);
        assertThat(directory.users().require(ada).roles()).isEmpty();
    }

    @Test
    void sensitive_changes_ask_for_the_password_again() {
        UUID ada = directory.users().create(Directory.user("ada")).user().id();
        var stale = new SessionProof(new UUID(0, 9), Directory.NOON.minusSeconds(301));
        CurrentUser.begin(new SignedInUser(new UUID(0, 1), "admin", "Admin", Directory.ADMINISTRATOR.scopes(), stale));

        assertThatThrownBy(() -> directory.users().give(ada, Directory.ADMINISTERS))
                .isInstanceOf(StepUpRequiredException.class);
        assertThatThrownBy(() -> directory.users().resetPassword(ada)).isInstanceOf(StepUpRequiredException.class);
        assertThatThrownBy(() -> directory.roles().create(new RoleDefinition("mine", "Mine", Set.of())))
                .isInstanceOf(StepUpRequiredException.class);
    }
}
