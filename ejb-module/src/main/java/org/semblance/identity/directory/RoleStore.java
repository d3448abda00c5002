package org.semblance.identity.directory;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Statements;

/** Roles in the database. */
@Stateless
@PermitAll
public class RoleStore {
    private static final String SUMMARY = """
            SELECT r.name, r.description, r.built_in, r.version,
                   ARRAY(SELECT permission FROM role_permission WHERE role_id = r.id ORDER BY permission) AS permissions,
                   (SELECT count(DISTINCT user_id) FROM user_role WHERE role_id = r.id) AS users
              FROM role AS r
            """;

    private final AuditLog audit;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected RoleStore() {
        this.audit = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public RoleStore(AuditLog audit) {
        this.audit = audit;
    }

    public RoleStore(DataSource database, AuditLog audit) {
        this.audit = audit;
        this.database = database;
    }

    public List<RoleSummary> list() {
        return sql().list(SUMMARY + " ORDER BY r.built_in DESC, r.name", RoleStore::read);
    }

    public RoleSummary require(String role) {
        return sql().first(SUMMARY + " WHERE r.name = ?", RoleStore::read, role)
                .orElseThrow(() -> new RoleNotFoundException(role));
    }

    public void add(RoleDefinition role) {
        if (sql().exists("SELECT id FROM role WHERE name = ?", role.name())) {
            throw new NameTakenException("The role '" + role.name() + "'");
        }
        sql().change("INSERT INTO role (name, description) VALUES (?, ?)", role.name(), role.description());
        allow(role.name(), role.permissions());
        audit.record(
                AuditEvent.success("role.created", "role", role.name()).with("permissions", text(role.permissions())));
    }

    public void change(RoleDefinition wanted, ExpectedVersion expected) {
        RoleSummary before = locked(wanted.name());
        expected.check(before.usage().version());
        sql().change(
                        "UPDATE role SET description = ?, version = version + 1 WHERE name = ?",
                        wanted.description(),
                        wanted.name());
        sql().change("DELETE FROM role_permission WHERE role_id = (SELECT id FROM role WHERE name = ?)", wanted.name());
        allow(wanted.name(), wanted.permissions());
        audit.record(AuditEvent.success("role.changed", "role", wanted.name())
                .with("permissions_before", text(before.permissions()))
                .with("permissions_after", text(wanted.permissions())));
    }

    public void remove(String role) {
        RoleSummary gone = locked(role);
        if (gone.usage().users() > 0) {
            throw new StillInUseException("The role '" + role + "'");
        }
        sql().change("DELETE FROM role WHERE name = ?", role);
        audit.record(AuditEvent.success("role.deleted", "role", role).with("permissions", text(gone.permissions())));
    }

    /** A role of the company's own that nobody else changes or gives meanwhile. */
    private RoleSummary locked(String role) {
        sql().exists("SELECT id FROM role WHERE name = ? FOR UPDATE", role);
        RoleSummary found = require(role);
        if (found.isBuiltIn()) {
            throw new BuiltInRoleException(role);
        }
        return found;
    }

    private void allow(String role, Set<String> permissions) {
        sql().change(
                        "INSERT INTO role_permission (role_id, permission)"
                                + " SELECT id, unnest(?::text[]) FROM role WHERE name = ?",
                        permissions.toArray(String[]::new),
                        role);
    }

    private static String text(Iterable<String> permissions) {
        var sorted = new java.util.TreeSet<String>();
        permissions.forEach(sorted::add);
        return String.join(" ", sorted);
    }

    private static RoleSummary read(ResultSet row) throws SQLException {
        return new RoleSummary(
                row.getString("name"),
                row.getString("description"),
                row.getBoolean("built_in"),
                List.of((String[]) row.getArray("permissions").getArray()),
                new RoleSummary.Usage(row.getLong("users"), row.getInt("version")));
    }

    private Statements sql() {
        return new Statements(database);
    }
}
