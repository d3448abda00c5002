package org.semblance.audit;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.semblance.platform.RequestContext;

/** The audit log as an append-only table. */
@Stateless
@Local(AuditLog.class)
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class PostgresAuditLog implements AuditLog {
    private static final String INSERT = """
            INSERT INTO audit_entry (occurred_at, actor, actor_kind, action, subject_type, subject_id, outcome,
                                     client_address, request_id, details)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """;

    private final Clock clock;

    @Resource
    private EJBContext caller;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PostgresAuditLog() {
        this.clock = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public PostgresAuditLog(Clock clock) {
        this.clock = clock;
    }

    /** Outside the container, where there is no caller to ask for. */
    @SuppressWarnings("NullAway") // without a container there is no context
    public PostgresAuditLog(DataSource database, Clock clock) {
        this.clock = clock;
        this.database = database;
    }

    @Override
    public void record(AuditEvent event) {
        record(Actor.caller(caller.getCallerPrincipal().getName()), event);
    }

    @Override
    public void record(Actor actor, AuditEvent event) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setTimestamp(1, Timestamp.from(clock.instant()));
            insert.setString(2, actor.name());
            insert.setString(3, actor.kind().code());
            insert.setString(4, event.action());
            insert.setString(5, event.subjectType());
            insert.setString(6, event.subjectId());
            insert.setString(7, event.outcome().name().toLowerCase(Locale.ROOT));
            insert.setString(8, RequestContext.clientAddress());
            insert.setString(9, RequestContext.requestId());
            insert.setString(10, json(event.details()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The audit entry could not be written, so the change is undone", e);
        }
    }

    private static String json(Map<String, Object> details) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        details.forEach((name, value) -> {
            if (value instanceof Number number) {
                object.add(name, number.doubleValue());
            } else if (value instanceof Boolean truth) {
                object.add(name, truth);
            } else {
                object.add(name, value.toString());
            }
        });
        return object.build().toString();
    }
}
