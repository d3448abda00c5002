package org.semblance.lifetime;

import jakarta.annotation.Resource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.semblance.platform.Statements;

/**
 * Rows of a table with a partition for each month, which go a month at a time: one is kept up to a month longer than
 * promised at the least. A migration must have entered the table in {@code partition_retention}.
 */
public class AgedPartitionsKind implements RetentionKind {
    private static final String OLD = """
            SELECT partition, pg_total_relation_size(partition) AS bytes, until
              FROM semblance.old_partitions(?, ?)
            """;
    private static final String DROP = "SELECT rows, bytes, until FROM semblance.drop_old_partition(?, ?)";

    private final String name;
    private final String holds;
    private final Lifetime lifetime;
    private final String table;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public AgedPartitionsKind(String name, String holds, Lifetime lifetime, String table) {
        this.name = name;
        this.holds = holds;
        this.lifetime = lifetime;
        this.table = table;
    }

    /** Outside the container. */
    public RetentionKind on(DataSource outside) {
        database = outside;
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String holds() {
        return holds;
    }

    @Override
    public Lifetime lifetime() {
        return lifetime;
    }

    @Override
    public Portion count(Instant cutoff) {
        var statements = new Statements(database);
        return statements
                .list(OLD, row -> new Month(row.getString("partition"), portion(row, 0)), table, cutoff)
                .stream()
                .map(month -> month.portion().with(Portion.of(rows(statements, month.partition()), 0)))
                .reduce(Portion::with)
                .orElse(Portion.NOTHING);
    }

    /** One month, however many rows it has: dropping it takes no longer. */
    @Override
    public Portion purge(Instant cutoff, int limit) {
        return new Statements(database)
                .first(DROP, row -> portion(row, row.getLong("rows")), table, cutoff)
                .orElse(Portion.NOTHING);
    }

    private static long rows(Statements statements, String partition) {
        return statements
                .first("SELECT count(*) FROM " + partition, row -> row.getLong(1))
                .orElse(0L);
    }

    private static Portion portion(ResultSet row, long rows) throws SQLException {
        return new Portion(rows, row.getLong("bytes"), 0, Statements.time(row, "until"), List.of());
    }

    private record Month(String partition, Portion portion) {}
}
