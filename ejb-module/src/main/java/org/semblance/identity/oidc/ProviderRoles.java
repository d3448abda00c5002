package org.semblance.identity.oidc;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.directory.RoleGrant;
import org.semblance.platform.Statements;

/** Roles that the provider gives. Those given by hand are not its business. */
record ProviderRoles(DataSource database) {
    private static final String WANTED = """
            WITH wanted AS (
                SELECT DISTINCT role.id AS role_id, gallery.id AS gallery_id
                  FROM unnest(?::text[], ?::text[]) AS given (role, gallery)
                  JOIN role ON role.name = given.role
                  LEFT JOIN gallery ON gallery.name = given.gallery
                 WHERE given.gallery IS NULL OR gallery.id IS NOT NULL)
            """;

    private static final String GIVE = WANTED + """
            INSERT INTO user_role (user_id, role_id, gallery_id, from_provider)
            SELECT ?, role_id, gallery_id, true FROM wanted
                ON CONFLICT DO NOTHING
            """;

    private static final String TAKE = WANTED + """
            DELETE FROM user_role
             WHERE user_id = ? AND from_provider
               AND NOT EXISTS (SELECT FROM wanted
                                WHERE wanted.role_id = user_role.role_id
                                  AND wanted.gallery_id IS NOT DISTINCT FROM user_role.gallery_id)
            """;

    private static final String TEXT = """
            SELECT coalesce(string_agg(role.name || coalesce(' in ' || gallery.name, ''), ', ' ORDER BY role.name), '')
                       AS roles
              FROM user_role JOIN role ON role.id = user_role.role_id
              LEFT JOIN gallery ON gallery.id = user_role.gallery_id
             WHERE user_role.user_id = ?
            """;

    /** Gives and takes until the user has these from the provider; whether that changed anything. */
    boolean set(UUID user, Set<RoleGrant> grants) {
        List<RoleGrant> wanted = List.copyOf(grants);
        String[] roles = wanted.stream().map(RoleGrant::role).toArray(String[]::new);
        @Nullable String[] galleries = wanted.stream().map(RoleGrant::gallery).toArray(String[]::new);
        int changed = sql().change(GIVE, roles, galleries, user) + sql().change(TAKE, roles, galleries, user);
        if (changed > 0) {
            sql().change("UPDATE app_user SET version = version + 1 WHERE id = ?", user);
        }
        return changed > 0;
    }

    /** All roles of a user, as the audit log tells them. */
    String text(UUID user) {
        return sql().first(TEXT, row -> row.getString("roles"), user).orElse("");
    }

    private Statements sql() {
        return new Statements(database);
    }
}
