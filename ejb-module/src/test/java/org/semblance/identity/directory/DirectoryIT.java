package org.semblance.identity.directory;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.audit.AuditEvent;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.SessionKind;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Permissions;
import org.semblance.platform.VersionMismatchException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Users, roles and departments on the migrated schema. */
class DirectoryIT {
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
    void a_new_user_gets_a_password_for_one_sign_in() {
        UserWithPassword made = directory.users().create(Directory.user("ada", new RoleGrant("enroller", null)));

        assertThat(made.oneTimePassword()).matches("([a-z2-9]{5}-){3}[a-z2-9]{5}");
        assertThat(made.user().standing().mustChangePassword()).isTrue();
        assertThat(made.user().roles()).containsExactly(new RoleGrant("enroller", null));
        assertThat(directory.users().require(made.user().id())).isEqualTo(made.user());
        assertThat(directory.audited).extracting(AuditEvent::action).containsExactly("user.created");
        assertThat(directory.audited.toString()).doesNotContain(made.oneTimePassword());
    }

    @Test
    void two_users_differ_by_more_than_case() {
        directory.users().create(Directory.user("ada"));

        assertThatThrownBy(() -> directory.users().create(Directory.user("ADA")))
                .isInstanceOf(NameTakenException.class);
    }

    @Test
    void lists_users_page_by_page_and_by_what_they_are_called() {
        for (String name : List.of("ada", "adam", "ben")) {
            directory.users().create(new NewUser(name, new UserTraits(name, null, null, true), List.of()));
        }

        UserPage first = directory.users().list(new UserQuery("AD", null, null, null, null, 1));
        UserPage second = directory
                .users()
                .list(new UserQuery("AD", null, null, null, first.next().orElseThrow(), 1));

        assertThat(first.items()).extracting(UserSummary::username).containsExactly("ada");
        assertThat(second.items()).extracting(UserSummary::username).containsExactly("adam");
        assertThat(second.next()).isEmpty();
        assertThat(directory
                        .users()
                        .list(new UserQuery("", false, null, null, null, 10))
                        .items())
                .isEmpty();
    }

    @Test
    void lists_users_by_a_role_that_they_have_somewhere() {
        directory
                .users()
                .create(new NewUser(
                        "auditor", new UserTraits("A", null, null, true), List.of(new RoleGrant("auditor", null))));
        directory.users().create(Directory.user("ada"));

        UserPage auditors = directory.users().list(new UserQuery("", null, null, "auditor", null, 10));

        assertThat(auditors.items()).extracting(UserSummary::username).containsExactly("auditor");
        assertThat(auditors.items().get(0).standing().hasSecondFactor()).isFalse();
    }

    @Test
    void a_change_names_what_it_was_and_needs_the_version_that_was_seen() {
        UserSummary ada = directory.users().create(Directory.user("ada")).user();

        UserSummary changed = directory.users().change(ada.id(), Directory::renamed, ExpectedVersion.of(0));

        assertThat(changed.traits().displayName()).isEqualTo("Ada South");
        assertThat(directory.audited.get(1).details().toString())
                .contains("Ada North")
                .contains("Ada South");
        assertThatThrownBy(() -> directory.users().change(ada.id(), Directory::disabled, ExpectedVersion.of(0)))
                .isInstanceOf(VersionMismatchException.class);
    }

    @Test
    void disabling_ends_sessions_for_good() {
        UUID ada = directory.users().create(Directory.user("ada")).user().id();
        directory.sessions().begin(ada, SessionKind.API);
        directory.users().create(Directory.user("chief", Directory.ADMINISTERS));

        directory.users().change(ada, Directory::disabled, ExpectedVersion.ANY);
        directory.users().change(ada, Directory::enabled, ExpectedVersion.ANY);

        assertThat(directory.sql().number("SELECT count(*) FROM user_session WHERE revoked_because = 'disabled'"))
                .isEqualTo(1);
    }

    @Test
    void a_role_is_given_in_a_gallery_and_taken_again() {
        UUID ada = directory.users().create(Directory.user("ada")).user().id();
        directory.sql().change("INSERT INTO gallery (name, title) VALUES ('staff', 'S')");
        var inStaff = new RoleGrant("enroller", "staff");

        assertThat(directory.users().give(ada, inStaff).roles()).containsExactly(inStaff);
        assertThat(directory.users().give(ada, inStaff).standing().version()).isEqualTo(1);
        assertThat(directory.users().take(ada, inStaff).roles()).isEmpty();
        assertThatThrownBy(() -> directory.users().give(ada, new RoleGrant("enroller", "nowhere")))
                .isInstanceOf(InvalidInputException.class);
        assertThat(directory.audited)
                .extracting(AuditEvent::action)
                .containsExactly("user.created", "user.role-given", "user.role-taken");
    }

    @Test
    void a_company_makes_roles_of_its_own_and_leaves_the_others_alone() {
        directory.roles().create(new RoleDefinition("guard", "Watches", Set.of(Permissions.SEARCH_RUN)));
        UUID ada = directory
                .users()
                .create(Directory.user("ada", new RoleGrant("guard", null)))
                .user()
                .id();

        directory
                .roles()
                .change(
                        "guard",
                        old -> new RoleDefinition(old.name(), old.description(), Set.of(Permissions.JOB_READ)),
                        ExpectedVersion.of(0));

        assertThat(directory.roles().require("guard").permissions()).containsExactly(Permissions.JOB_READ);
        assertThatThrownBy(() -> directory.roles().delete("guard")).isInstanceOf(StillInUseException.class);
        directory.users().take(ada, new RoleGrant("guard", null));
        directory.roles().delete("guard");
        assertThatThrownBy(() -> directory.roles().require("guard")).isInstanceOf(RoleNotFoundException.class);
        assertThatThrownBy(() -> directory.roles().delete("member")).isInstanceOf(BuiltInRoleException.class);
    }

    @Test
    void a_department_in_use_stays() {
        var departments = new DepartmentStore(directory.database.app(), directory.log());
        long engines = departments.add("Engines");
        var traits = new UserTraits("Ada", null, engines, true);
        UUID ada = directory
                .users()
                .create(new NewUser("ada", traits, List.of()))
                .user()
                .id();

        assertThatThrownBy(() -> departments.add("ENGINES")).isInstanceOf(NameTakenException.class);
        assertThatThrownBy(() -> departments.remove(engines)).isInstanceOf(StillInUseException.class);
        assertThat(directory
                        .users()
                        .list(new UserQuery("", null, engines, null, null, 10))
                        .items())
                .extracting(UserSummary::id)
                .containsExactly(ada);
        departments.rename(engines, "Machines", ExpectedVersion.of(0));
        assertThat(departments.list()).containsExactly(new DepartmentSummary(engines, "Machines", 1, 1));
    }
}
