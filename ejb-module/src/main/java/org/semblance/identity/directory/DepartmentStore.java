package org.semblance.identity.directory;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Statements;

/** Departments in the database. */
@Stateless
@PermitAll
public class DepartmentStore {
    private static final String SUMMARY = """
            SELECT d.id, d.name, d.version, (SELECT count(*) FROM app_user WHERE department_id = d.id) AS users
              FROM department AS d
            """;

    private final AuditLog audit;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected DepartmentStore() {
        this.audit = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public DepartmentStore(AuditLog audit) {
        this.audit = audit;
    }

    public DepartmentStore(DataSource database, AuditLog audit) {
        this.audit = audit;
        this.database = database;
    }

    public List<DepartmentSummary> list() {
        return sql().list(SUMMARY + " ORDER BY lower(d.name)", DepartmentStore::read);
    }

    public DepartmentSummary require(long department) {
        return sql().first(SUMMARY + " WHERE d.id = ?", DepartmentStore::read, department)
                .orElseThrow(() -> new DepartmentNotFoundException(department));
    }

    public long add(String name) {
        refuseTaken(name, null);
        long id = sql().number("INSERT INTO department (name) VALUES (?) RETURNING id", name);
        audit.record(AuditEvent.success("department.created", "department", id).with("name", name));
        return id;
    }

    public void rename(long department, String name, ExpectedVersion expected) {
        DepartmentSummary before = locked(department);
        expected.check(before.version());
        refuseTaken(name, department);
        sql().change("UPDATE department SET name = ?, version = version + 1 WHERE id = ?", name, department);
        audit.record(AuditEvent.success("department.changed", "department", department)
                .with("name_before", before.name())
                .with("name_after", name));
    }

    public void remove(long department) {
        DepartmentSummary gone = locked(department);
        if (gone.users() > 0) {
            throw new StillInUseException("The department '" + gone.name() + "'");
        }
        sql().change("DELETE FROM department WHERE id = ?", department);
        audit.record(AuditEvent.success("department.deleted", "department", department)
                .with("name", gone.name()));
    }

    private DepartmentSummary locked(long department) {
        sql().exists("SELECT id FROM department WHERE id = ? FOR UPDATE", department);
        return require(department);
    }

    private void refuseTaken(String name, @Nullable Long except) {
        if (sql().exists(
                        "SELECT id FROM department WHERE lower(name) = lower(?) AND id IS DISTINCT FROM ?::bigint",
                        name,
                        except)) {
            throw new NameTakenException("The department '" + name + "'");
        }
    }

    private static DepartmentSummary read(java.sql.ResultSet row) throws java.sql.SQLException {
        return new DepartmentSummary(
                row.getLong("id"), row.getString("name"), row.getLong("users"), row.getInt("version"));
    }

    private Statements sql() {
        return new Statements(database);
    }
}
