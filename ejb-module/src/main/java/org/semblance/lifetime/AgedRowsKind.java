package org.semblance.lifetime;

import jakarta.annotation.Resource;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Rows that go by their age: most kinds are no more than a few words of SQL. */
public class AgedRowsKind implements RetentionKind {
    private final String name;
    private final String holds;
    private final @Nullable Lifetime lifetime;
    private final List<AgedRows> tables;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    /** Tables that must go first come first; a kind without a lifetime says it by overriding. */
    @SuppressWarnings("NullAway") // resources are injected after construction
    public AgedRowsKind(String name, String holds, @Nullable Lifetime lifetime, AgedRows... tables) {
        this.name = name;
        this.holds = holds;
        this.lifetime = lifetime;
        this.tables = List.of(tables);
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
        if (lifetime == null) {
            throw new IllegalStateException(name + " does not say how long it is kept");
        }
        return lifetime;
    }

    @Override
    public Portion count(Instant cutoff) {
        return tables.stream()
                .map(rows -> rows.count(database, cutoff))
                .reduce(Portion::with)
                .orElse(Portion.NOTHING);
    }

    @Override
    public Portion purge(Instant cutoff, int limit) {
        return tables.stream()
                .map(rows -> rows.purge(database, cutoff, limit))
                .filter(portion -> !portion.isEmpty())
                .findFirst()
                .orElse(Portion.NOTHING);
    }
}
