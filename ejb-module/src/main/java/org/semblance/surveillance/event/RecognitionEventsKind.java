package org.semblance.surveillance.event;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.semblance.lifetime.Lifetime;
import org.semblance.lifetime.Portion;
import org.semblance.lifetime.RetentionKind;
import org.semblance.platform.Statements;

/** Who was seen where, month by month; events of persons under legal hold outlive their month. */
@ApplicationScoped
public class RecognitionEventsKind implements RetentionKind {
    private static final String OLD =
            "SELECT rows - held AS rows, held, bytes, until FROM semblance.old_recognition_events(?)";
    private static final String DROP =
            "SELECT rows, 0 AS held, bytes, until FROM semblance.drop_old_recognition_events(?)";

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public RecognitionEventsKind() {}

    /** Outside the container. */
    public RetentionKind on(DataSource outside) {
        database = outside;
        return this;
    }

    @Override
    public String name() {
        return "recognition-events";
    }

    @Override
    public String holds() {
        return "Who was seen by which camera and what followed, from then on, whole months at a time";
    }

    @Override
    public Lifetime lifetime() {
        return Lifetime.ofDays(365, 1, 3650).orForEver();
    }

    /** A month of which all is held is no portion of its own: only what it holds back counts. */
    @Override
    public Portion count(Instant cutoff) {
        return new Statements(database)
                .list(OLD, RecognitionEventsKind::portion, cutoff).stream()
                        .map(month -> month.rows() == 0 && month.held() > 0
                                ? new Portion(0, 0, month.held(), null, List.of())
                                : month)
                        .reduce(Portion::with)
                        .orElse(Portion.NOTHING);
    }

    /** One month, however many rows it has: dropping it takes no longer. */
    @Override
    public Portion purge(Instant cutoff, int limit) {
        return new Statements(database)
                .first(DROP, RecognitionEventsKind::portion, cutoff)
                .orElse(Portion.NOTHING);
    }

    private static Portion portion(ResultSet row) throws SQLException {
        return new Portion(
                row.getLong("rows"),
                row.getLong("bytes"),
                row.getLong("held"),
                Statements.time(row, "until"),
                List.of());
    }
}
