package org.semblance.audit;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.semblance.audit.AuditEvent.Outcome;
import org.semblance.platform.RequestContext;

/** The audit log as an append-only table. */
@Stateless
@Local(AuditLog.class)
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class PostgresAuditLog implements AuditLog {
    private static final String INSERT = """
            INSERT INTO audit_entry (occurred_at, actor, actor_kind, action, subject_type, subject_id, outcome,
                                     client_address, request_id, details, permission, user_agent, changes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?::jsonb)
            """;

    private final Clock clock;
    private final Refusals refusals;

    @Resource
    private EJBContext caller;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PostgresAuditLog() {
        this.clock = null;
        this.refusals = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public PostgresAuditLog(Clock clock, Refusals refusals) {
        this.clock = clock;
        this.refusals = refusals;
    }

    /** Outside the container, where there is no caller to ask for. */
    @SuppressWarnings("NullAway") // without a container there is no context
    public PostgresAuditLog(DataSource database, Clock clock) {
        this.clock = clock;
        this.refusals = new Refusals(clock);
        this.database = database;
    }

    @Override
    public void record(AuditEvent event) {
        record(Actor.caller(caller.getCallerPrincipal().getName()), event);
    }

    @Override
    public void record(Actor actor, AuditEvent event) {
        record(actor, List.of(event));
    }

    @Override
    public void record(Actor actor, List<AuditEvent> events) {
        var admitted = events.stream()
                .filter(event -> event.outcome() != Outcome.REFUSED || refusals.admits(source(actor)))
                .toList();
        if (admitted.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            for (AuditEvent event : admitted) {
                set(insert, actor, event);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("The audit entry could not be written, so the change is undone", e);
        }
    }

    private void set(PreparedStatement insert, Actor actor, AuditEvent event) throws SQLException {
        insert.setTimestamp(1, Timestamp.from(clock.instant()));
        insert.setString(2, actor.name());
        insert.setString(3, actor.kind().code());
        insert.setString(4, event.action());
        insert.setString(5, event.subjectType());
        insert.setString(6, event.subjectId());
        insert.setString(7, event.outcome().code());
        insert.setString(8, RequestContext.clientAddress());
        insert.setString(9, RequestContext.requestId());
        insert.setString(10, AuditJson.details(event.details()));
        insert.setString(11, RequestContext.permission());
        insert.setString(12, RequestContext.userAgent());
        insert.setString(13, AuditJson.changes(event.changes()));
    }

    /** Many names may be tried from one address, so the address counts where there is one. */
    private static String source(Actor actor) {
        return Objects.requireNonNullElse(RequestContext.clientAddress(), actor.name());
    }
}
