package org.semblance.webhook;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.semblance.lifetime.Lifetime;
import org.semblance.lifetime.Portion;
import org.semblance.lifetime.RetentionKind;
import org.semblance.platform.Statements;

/** Secrets of webhooks that nothing is signed with any more; their webhooks stay. */
@ApplicationScoped
public class RetiredSecrets implements RetentionKind {
    private static final String COUNT = """
            SELECT count(*), coalesce(sum(octet_length(old_secret)), 0), min(old_secret_until)
              FROM semblance.webhook WHERE old_secret_until < ?
            """;
    private static final String FORGET = """
            WITH due AS (SELECT id, octet_length(old_secret) AS size, old_secret_until AS until FROM semblance.webhook
                          WHERE old_secret_until < ? ORDER BY old_secret_until LIMIT ? FOR UPDATE SKIP LOCKED),
                 gone AS (UPDATE semblance.webhook SET old_secret = NULL, old_secret_until = NULL FROM due
                           WHERE webhook.id = due.id RETURNING due.size, due.until)
            SELECT count(*), coalesce(sum(size), 0), min(until) FROM gone
            """;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public RetiredSecrets() {}

    /** Outside the container. */
    public RetiredSecrets(DataSource database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "webhook-secrets";
    }

    @Override
    public String holds() {
        return "Secrets that webhooks signed with before they got another one, from when that was all that counts";
    }

    @Override
    public Lifetime lifetime() {
        return new Lifetime(Duration.ZERO, Duration.ZERO, Duration.ofDays(30), false);
    }

    @Override
    public Portion count(Instant cutoff) {
        return portion(COUNT, cutoff);
    }

    @Override
    public Portion purge(Instant cutoff, int limit) {
        return portion(FORGET, cutoff, limit);
    }

    private Portion portion(String sql, Object... values) {
        return new Statements(database)
                .first(
                        sql,
                        row -> new Portion(row.getLong(1), row.getLong(2), 0, Statements.time(row, "min"), List.of()),
                        values)
                .orElse(Portion.NOTHING);
    }
}
