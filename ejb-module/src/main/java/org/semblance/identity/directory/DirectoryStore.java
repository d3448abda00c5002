package org.semblance.identity.directory;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.identity.OneTimePassword;
import org.semblance.identity.SessionStore;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Statements;
import org.semblance.platform.UuidV7;

/** Changes users in the database. Nobody is ever deleted: what they did names them, so they are disabled. */
@Stateless
@PermitAll
public class DirectoryStore {
    private static final String ADD = """
            INSERT INTO app_user (id, username, display_name, email, department_id, status, password_hash,
                                  must_change_password, password_expires_at, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, true, ?, ?)
            """;

    private static final String CHANGE = """
            UPDATE app_user SET display_name = ?, email = ?, department_id = ?, status = ?, version = version + 1
             WHERE id = ?
            """;

    private static final String RESET = """
            UPDATE app_user SET password_hash = ?, must_change_password = true, password_expires_at = ?,
                                version = version + 1
             WHERE id = ?
            """;

    private static final Duration PASSWORD_LIFETIME = Duration.ofDays(7);

    private final SessionStore sessions;
    private final AuditLog audit;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected DirectoryStore() {
        this.sessions = null;
        this.audit = null;
        this.clock = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public DirectoryStore(SessionStore sessions, AuditLog audit, Clock clock) {
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    public DirectoryStore(DataSource database, SessionStore sessions, AuditLog audit, Clock clock) {
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.database = database;
    }

    public UUID add(NewUser user, OneTimePassword password) {
        if (sql().exists("SELECT id FROM app_user WHERE lower(username) = lower(?)", user.username())) {
            throw new NameTakenException("The user '" + user.username() + "'");
        }
        UserTraits traits = user.traits();
        checkDepartment(traits);
        UUID id = UuidV7.next(clock);
        sql().change(
                        ADD,
                        id,
                        user.username(),
                        traits.displayName(),
                        traits.email(),
                        traits.departmentId(),
                        status(traits),
                        password.hash(),
                        clock.instant().plus(PASSWORD_LIFETIME),
                        clock.instant());
        var roles = new Assignments(database);
        user.roles().forEach(role -> roles.add(id, role));
        audit.record(AuditEvent.success("user.created", "user", user.username())
                .with("id", id)
                .with("roles", roles.text(id)));
        return id;
    }

    /** Changes a user, whose sessions end when that disables them. */
    public void change(UUID user, UserPatch patch, ExpectedVersion expected) {
        UserSummary before = locked(user);
        expected.check(before.standing().version());
        UserTraits wanted = patch.apply(before.traits());
        if (wanted.equals(before.traits())) {
            return;
        }
        checkDepartment(wanted);
        sql().change(CHANGE, wanted.displayName(), wanted.email(), wanted.departmentId(), status(wanted), user);
        if (!wanted.isActive()) {
            if (before.roles().contains(RoleGrant.ADMINISTRATOR)) {
                new Assignments(database).refuseWithoutAdministrator();
            }
            sessions.revokeAll(user, null, "disabled");
        }
        audit.record(changes(AuditEvent.success("user.changed", "user", before.username()), before.traits(), wanted));
    }

    /** Gives a user a one-time password in place of theirs, and ends their sessions. */
    public void resetPassword(UUID user, OneTimePassword password) {
        UserSummary found = locked(user);
        sql().change(RESET, password.hash(), clock.instant().plus(PASSWORD_LIFETIME), user);
        int ended = sessions.revokeAll(user, null, "password-reset");
        audit.record(AuditEvent.success("user.password-reset", "user", found.username())
                .with("sessions_ended", ended));
    }

    /** Gives a role to a user who may have it already. */
    public void give(UUID user, RoleGrant role) {
        UserSummary found = locked(user);
        if (new Assignments(database).add(user, role)) {
            assigned("user.role-given", found, role);
        }
    }

    /** Takes a role from a user who may not have it any more. */
    public void take(UUID user, RoleGrant role) {
        UserSummary found = locked(user);
        var roles = new Assignments(database);
        if (roles.remove(user, role)) {
            if (role.equals(RoleGrant.ADMINISTRATOR)) {
                roles.refuseWithoutAdministrator();
            }
            assigned("user.role-taken", found, role);
        }
    }

    private void assigned(String action, UserSummary user, RoleGrant role) {
        sql().change("UPDATE app_user SET version = version + 1 WHERE id = ?", user.id());
        audit.record(AuditEvent.success(action, "user", user.username())
                .with("role", role)
                .with("roles_after", new Assignments(database).text(user.id())));
    }

    private UserSummary locked(UUID user) {
        sql().exists("SELECT id FROM app_user WHERE id = ? FOR UPDATE", user);
        return new UserRows(database).require(user);
    }

    private static AuditEvent changes(AuditEvent event, UserTraits before, UserTraits after) {
        return event.with("before", before).with("after", after);
    }

    private void checkDepartment(UserTraits traits) {
        Long department = traits.departmentId();
        if (department != null && !sql().exists("SELECT id FROM department WHERE id = ?", department)) {
            throw new DepartmentNotFoundException(department);
        }
    }

    private static String status(UserTraits traits) {
        return traits.isActive() ? "active" : "disabled";
    }

    private Statements sql() {
        return new Statements(database);
    }
}
