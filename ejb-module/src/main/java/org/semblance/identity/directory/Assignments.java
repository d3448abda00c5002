package org.semblance.identity.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.Role;
import org.semblance.identity.Scope;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Statements;

/** Who has which role, and where. */
record Assignments(DataSource database) {
    private static final String RIGHTS = """
            SELECT permission, bool_or(gallery_id IS NULL) AS everywhere,
                   array_agg(DISTINCT gallery_id) FILTER (WHERE gallery_id IS NOT NULL) AS galleries
              FROM user_role JOIN role_permission USING (role_id)
             WHERE user_id = ? GROUP BY permission
            """;

    private static final String ADMINISTRATORS = """
            SELECT count(*) FROM user_role
              JOIN app_user ON app_user.id = user_role.user_id AND app_user.status = 'active'
              JOIN role ON role.id = user_role.role_id AND role.name = ?
             WHERE user_role.gallery_id IS NULL
            """;

    /** Whether the user did not have it yet. */
    boolean add(UUID user, RoleGrant role) {
        return sql().change(
                                "INSERT INTO user_role (user_id, role_id, gallery_id) VALUES (?, ?, ?::bigint)"
                                        + " ON CONFLICT ON CONSTRAINT user_role_user_id_role_id_gallery_id_uq"
                                        + " DO UPDATE SET from_provider = false WHERE user_role.from_provider",
                                user,
                                roleId(role),
                                galleryId(role))
                > 0;
    }

    /** Whether the user had it. */
    boolean remove(UUID user, RoleGrant role) {
        return sql().change(
                                "DELETE FROM user_role WHERE user_id = ? AND role_id = ?"
                                        + " AND gallery_id IS NOT DISTINCT FROM ?::bigint",
                                user,
                                roleId(role),
                                galleryId(role))
                > 0;
    }

    /** Where the role would hold. */
    Scope where(RoleGrant role) {
        Long gallery = galleryId(role);
        return gallery == null ? Scope.EVERYWHERE : Scope.of(Set.of(gallery));
    }

    /** Everything that a user may do, or might if they were not disabled. */
    Map<String, Scope> rights(UUID user) {
        var rights = new HashMap<String, Scope>();
        sql().list(RIGHTS, row -> rights.put(row.getString("permission"), scope(row)), user);
        return rights;
    }

    /** The user's roles, as the audit log tells them. */
    String text(UUID user) {
        return new UserRows(database)
                .require(user).roles().stream().map(RoleGrant::toString).collect(Collectors.joining(", "));
    }

    /** Refuses what has left nobody to administer; two who disable each other at the same time wait for one another. */
    void refuseWithoutAdministrator() {
        sql().exists("SELECT id FROM role WHERE name = ? FOR NO KEY UPDATE", Role.ADMINISTRATOR);
        if (sql().number(ADMINISTRATORS, Role.ADMINISTRATOR) == 0) {
            throw new LastAdministratorException();
        }
    }

    private long roleId(RoleGrant role) {
        return sql().first("SELECT id FROM role WHERE name = ?", row -> row.getLong("id"), role.role())
                .orElseThrow(() -> new RoleNotFoundException(role.role()));
    }

    private @Nullable Long galleryId(RoleGrant role) {
        String gallery = role.gallery();
        if (gallery == null) {
            return null;
        }
        return sql().first("SELECT id FROM gallery WHERE name = ?", row -> row.getLong("id"), gallery)
                .orElseThrow(() -> new InvalidInputException("gallery", "There is no gallery '" + gallery + "'"));
    }

    private static Scope scope(ResultSet row) throws SQLException {
        return row.getBoolean("everywhere")
                ? Scope.EVERYWHERE
                : Scope.of(Set.copyOf(List.of((Long[]) row.getArray("galleries").getArray())));
    }

    private Statements sql() {
        return new Statements(database);
    }
}
