package org.semblance.identity.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Page;
import org.semblance.platform.Statements;

/** Users as they are read from the database. */
record UserRows(DataSource database) {
    private static final String SUMMARY = """
            SELECT u.id, u.username, u.display_name, u.email, u.department_id, u.status, u.must_change_password,
                   u.created_at, u.last_sign_in_at, u.version,
                   EXISTS (SELECT FROM second_factor
                            WHERE user_id = u.id AND confirmed_at IS NOT NULL) AS has_second_factor,
                   ARRAY(SELECT ARRAY[role.name, gallery.name]
                           FROM user_role
                           JOIN role ON role.id = user_role.role_id
                           LEFT JOIN gallery ON gallery.id = user_role.gallery_id
                          WHERE user_role.user_id = u.id
                          ORDER BY role.name, gallery.name NULLS FIRST) AS roles
              FROM app_user AS u
            """;

    /** Text literals of PostgreSQL know no parameters that may be missing: each is cast. */
    private static final String WANTED = """
             WHERE (?::text IS NULL OR starts_with(lower(u.username), lower(?))
                    OR starts_with(lower(u.display_name), lower(?)) OR starts_with(lower(u.email), lower(?)))
               AND (?::text IS NULL OR u.status = ?)
               AND (?::bigint IS NULL OR u.department_id = ?)
               AND (?::text IS NULL OR EXISTS (
                       SELECT FROM user_role JOIN role ON role.id = user_role.role_id
                        WHERE user_role.user_id = u.id AND role.name = ?))
               AND (?::uuid IS NULL OR u.id > ?)
             ORDER BY u.id LIMIT ?
            """;

    UserSummary require(UUID user) {
        return new Statements(database)
                .first(SUMMARY + " WHERE u.id = ?", UserRows::read, user)
                .orElseThrow(() -> new UserNotFoundException(user));
    }

    UserPage list(UserQuery query) {
        String text = query.text().isBlank() ? null : query.text().strip();
        String status = status(query.active());
        List<UserSummary> fetched = new Statements(database)
                .list(
                        SUMMARY + WANTED,
                        UserRows::read,
                        text,
                        text,
                        text,
                        text,
                        status,
                        status,
                        query.departmentId(),
                        query.departmentId(),
                        query.role(),
                        query.role(),
                        query.after(),
                        query.after(),
                        Page.fetchSize(query.limit()));
        return UserPage.of(fetched, query.limit());
    }

    private static @Nullable String status(@Nullable Boolean active) {
        if (active == null) {
            return null;
        }
        return active ? "active" : "disabled";
    }

    private static UserSummary read(ResultSet row) throws SQLException {
        var traits = new UserTraits(
                row.getString("display_name"),
                row.getString("email"),
                row.getObject("department_id", Long.class),
                row.getString("status").equals("active"));
        var standing = new UserSummary.Standing(
                row.getBoolean("must_change_password"),
                row.getBoolean("has_second_factor"),
                row.getTimestamp("created_at").toInstant(),
                Statements.time(row, "last_sign_in_at"),
                row.getInt("version"));
        return new UserSummary((UUID) row.getObject("id"), row.getString("username"), traits, roles(row), standing);
    }

    private static List<RoleGrant> roles(ResultSet row) throws SQLException {
        return java.util.Arrays.stream((Object[]) row.getArray("roles").getArray())
                .map(String[].class::cast)
                .map(pair -> new RoleGrant(pair[0], pair[1]))
                .toList();
    }
}
