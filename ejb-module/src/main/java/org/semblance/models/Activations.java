package org.semblance.models;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.Actor;
import org.semblance.jobs.JobRunId;
import org.semblance.platform.Violation;
import org.semblance.vision.ModelId;

/** The requests to use packs, the same for every node; each step from state to state is taken once, by one node. */
@Stateless
@LocalBean
@PermitAll
public class Activations {
    private static final String COLUMNS = """
            SELECT id, pack, model, state, allow_skipped, requested_by, requested_by_kind, requested_at, ended_at,
                   execution_id, problem
              FROM semblance.model_activation
            """;
    private static final String LATEST = COLUMNS + " WHERE state <> 'superseded' ORDER BY id DESC LIMIT 1";
    private static final String ACTIVE = COLUMNS + " WHERE state = 'active'";
    private static final String PENDING = COLUMNS + " WHERE state IN ('requested', 'preparing')";
    private static final String REQUEST = """
            INSERT INTO semblance.model_activation
                (pack, allow_skipped, requested_by, requested_by_kind, requested_at)
            VALUES (?, ?, ?, ?, now())
            """;
    private static final String PREPARE =
            "UPDATE semblance.model_activation SET state = 'preparing', model = ? WHERE id = ? AND state = 'requested'";
    private static final String RUN =
            "UPDATE semblance.model_activation SET execution_id = ? WHERE id = ? AND state = 'preparing'";
    private static final String SUPERSEDE = """
            UPDATE semblance.model_activation SET state = 'superseded'
             WHERE state = 'active'
               AND EXISTS (SELECT 1 FROM semblance.model_activation
                            WHERE id = ? AND state IN ('requested', 'preparing'))
            """;
    private static final String ACTIVATE = """
            UPDATE semblance.model_activation SET state = 'active', model = ?, ended_at = now()
             WHERE id = ? AND state IN ('requested', 'preparing')
            """;
    private static final String FAIL = """
            UPDATE semblance.model_activation SET state = 'failed', problem = ?, ended_at = now()
             WHERE id = ? AND state IN ('requested', 'preparing')
            """;
    private static final String ONE_PENDING = "model_activation_place_uq";

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public Activations() {}

    public Activations(DataSource database) {
        this.database = database;
    }

    /** The pack in use; none before anybody chose one. */
    public Optional<Activation> active() {
        return find(ACTIVE);
    }

    /** The pack that is about to come into use. */
    public Optional<Activation> pending() {
        return find(PENDING);
    }

    /** The last request, whatever became of it. */
    public Optional<Activation> latest() {
        return find(LATEST);
    }

    /** Asks for a pack; refused while another one is about to come into use. */
    public void request(String pack, boolean allowSkipped, Actor actor) {
        try (var connection = database.getConnection();
                var request = connection.prepareStatement(REQUEST)) {
            request.setString(1, pack);
            request.setBoolean(2, allowSkipped);
            request.setString(3, actor.name());
            request.setString(4, actor.kind().code());
            request.executeUpdate();
        } catch (SQLException e) {
            if (Violation.isOf(ONE_PENDING, e)) {
                throw new ActivationPendingException(
                        pending().map(Activation::pack).orElse(pack), e);
            }
            throw failed(e);
        }
    }

    /** Whether this caller is the one that goes on with the request. */
    public boolean prepare(long id, ModelId model) {
        return change(PREPARE, model.value(), id);
    }

    /** Notes the run that embeds the stored faces. */
    public void run(long id, JobRunId execution) {
        change(RUN, execution.value(), id);
    }

    /** Puts the requested pack in the place of the one in use; false when somebody else did. */
    public boolean activate(long id, ModelId model) {
        try (var connection = database.getConnection()) {
            change(connection, SUPERSEDE, id);
            return change(connection, ACTIVATE, model.value(), id);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public boolean fail(long id, String problem) {
        return change(FAIL, problem, id);
    }

    private boolean change(String sql, Object... values) {
        try (var connection = database.getConnection()) {
            return change(connection, sql, values);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static boolean change(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate() > 0;
        }
    }

    private Optional<Activation> find(String sql) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql);
                var rows = query.executeQuery()) {
            return rows.next() ? Optional.of(activation(rows)) : Optional.empty();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static Activation activation(ResultSet row) throws SQLException {
        String model = row.getString("model");
        long execution = row.getLong("execution_id");
        boolean hasExecution = !row.wasNull();
        return new Activation(
                row.getLong("id"),
                row.getString("pack"),
                model == null ? null : new ModelId(model),
                ActivationState.of(row.getString("state")),
                row.getBoolean("allow_skipped"),
                new Actor(
                        Actor.Kind.valueOf(row.getString("requested_by_kind").toUpperCase(Locale.ROOT)),
                        row.getString("requested_by")),
                row.getTimestamp("requested_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                hasExecution ? new JobRunId(execution) : null,
                row.getString("problem"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The choice of the model pack could not be read or changed", e);
    }
}
