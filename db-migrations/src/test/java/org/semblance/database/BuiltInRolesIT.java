package org.semblance.database;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BuiltInRolesIT {
    /** As the code checks them. */
    private static final List<String> PERMISSIONS = List.of(
            "access:manage",
            "access:read",
            "apikey:create",
            "apikey:manage",
            "audit:export",
            "audit:read",
            "camera:manage",
            "camera:read",
            "camera:send",
            "consent:manage",
            "consent:read",
            "erasure:read",
            "erasure:run",
            "event:export",
            "event:read",
            "gallery:export",
            "gallery:read",
            "gallery:write",
            "hold:manage",
            "job:manage",
            "job:read",
            "metrics:read",
            "model:manage",
            "model:read",
            "person:delete",
            "person:edit",
            "person:enroll",
            "person:read",
            "privacy:export",
            "retention:manage",
            "retention:read",
            "role:manage",
            "score:exact",
            "search:run",
            "signing-key:manage",
            "unknown:review",
            "user:manage",
            "user:read",
            "vision:detect",
            "webhook:manage",
            "webhook:read");

    private static final Sql APPLICATION = new Sql(MigratedDatabase.fresh().app());

    @Test
    void the_usual_roles_exist() throws Exception {
        assertThat(APPLICATION.rows("SELECT name FROM role WHERE built_in ORDER BY name"))
                .containsExactly("administrator", "auditor", "enroller", "member", "security-operator", "service");
    }

    @Test
    void the_administrator_has_all_permissions() throws Exception {
        assertThat(permissionsOf("administrator")).isEqualTo(PERMISSIONS);
    }

    @Test
    void every_role_has_permissions_that_exist() throws Exception {
        assertThat(APPLICATION.rows("SELECT DISTINCT permission FROM role_permission"))
                .isSubsetOf(PERMISSIONS);
        assertThat(APPLICATION.rows("SELECT name FROM role WHERE id NOT IN (SELECT role_id FROM role_permission)"))
                .isEmpty();
    }

    @Test
    void who_checks_does_not_act_and_who_acts_does_not_check() throws Exception {
        assertThat(permissionsOf("auditor"))
                .allMatch(permission -> permission.endsWith(":read") || permission.equals("audit:export"));
        assertThat(APPLICATION.rows("SELECT name FROM role JOIN role_permission ON role_id = role.id"
                        + " WHERE permission = 'audit:read' ORDER BY name"))
                .containsExactly("administrator", "auditor");
    }

    private List<String> permissionsOf(String role) throws Exception {
        return APPLICATION.rows("SELECT permission FROM role_permission JOIN role ON role.id = role_id WHERE name = '"
                + role + "' ORDER BY permission");
    }
}
