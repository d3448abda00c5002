package org.semblance.lifetime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.TestTransaction;
import org.semblance.database.MigratedDatabase;
import org.semblance.platform.Statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Old months of a table of somebody else's, dropped by an application that may drop nothing. */
class AgedPartitionsIT {
    private static final String MONTHS = """
            DO $$
            BEGIN
                FOR months IN 0..5 LOOP
                    EXECUTE format('CREATE TABLE semblance.sighting_%s PARTITION OF semblance.sighting FOR VALUES FROM (%L) TO (%L)',
                        months, date_trunc('month', now()) - months * interval '1 month',
                        date_trunc('month', now()) - (months - 1) * interval '1 month');
                END LOOP;
            END
            $$
            """;

    private static MigratedDatabase database;

    private RetentionKind kind;

    @BeforeAll
    static void open() {
        database = MigratedDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void make() {
        kind = new AgedPartitionsKind("sightings", "Sightings", Lifetime.ofDays(40, 1, 400), "sighting")
                .on(database.app());
        owner().change("DROP TABLE IF EXISTS semblance.sighting");
        owner().change("CREATE TABLE semblance.sighting (id bigint, seen_at timestamptz) PARTITION BY RANGE (seen_at)");
        owner().change("GRANT SELECT, INSERT ON semblance.sighting TO semblance_app");
        owner().change(MONTHS);
        owner().change("GRANT SELECT ON semblance.sighting_5, semblance.sighting_4, semblance.sighting_3,"
                + " semblance.sighting_2, semblance.sighting_1, semblance.sighting_0 TO semblance_app");
        owner().change("INSERT INTO semblance.sighting SELECT id, date_trunc('month', now()) + interval '1 minute'"
                + " - (id % 6) * interval '1 month' FROM generate_series(1, 60) AS id WHERE id % 6 <> 4");
        owner().change("INSERT INTO semblance.partition_retention VALUES ('sighting', interval '1 day')"
                + " ON CONFLICT (table_name) DO UPDATE SET shortest = excluded.shortest");
    }

    @Test
    void whole_months_go_one_after_the_other_and_an_empty_one_does_not_end_it() {
        Instant cutoff = Instant.now().minus(Duration.ofDays(75));
        List<String> due = partitions(cutoff);
        Portion counted = kind.count(cutoff);

        Portion removed = Portion.NOTHING;
        for (Portion month = purge(cutoff); !month.isEmpty(); month = purge(cutoff)) {
            removed = removed.with(month);
        }

        assertThat(due).contains("sighting_5", "sighting_4").doesNotContain("sighting_1", "sighting_0");
        assertThat(removed).isEqualTo(counted);
        assertThat(removed.rows()).isEqualTo(10L * (due.size() - 1));
        assertThat(partitions(cutoff)).isEmpty();
        assertThat(partitions(Instant.now())).isNotEmpty();
    }

    @Test
    void nothing_goes_that_is_younger_than_the_owner_allows() {
        owner().change("UPDATE semblance.partition_retention SET shortest = interval '10 years'");

        assertThat(kind.count(Instant.now()).isEmpty()).isTrue();
        assertThat(purge(Instant.now()).isEmpty()).isTrue();
    }

    @Test
    void no_table_goes_that_the_owner_has_not_entered() {
        owner().change("DELETE FROM semblance.partition_retention");

        assertThat(purge(Instant.now()).isEmpty()).isTrue();
        assertThatThrownBy(() -> new Statements(database.app())
                        .change("INSERT INTO semblance.partition_retention VALUES ('audit_entry', interval '1 hour')"))
                .hasMessageContaining("permission denied");
        assertThat(new AgedPartitionsKind("trail", "x", Lifetime.ofDays(1, 1, 1), "audit_entry")
                        .on(database.app())
                        .count(Instant.now().plus(Duration.ofDays(3650)))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void whoever_reads_goes_first_and_waits_for_nothing() {
        Instant cutoff = Instant.now().minus(Duration.ofDays(75));

        long read = TestTransaction.in(database.app(), reader -> {
            long before = count(new Statements(reader));
            assertThat(purge(cutoff).isEmpty()).isTrue();
            assertThat(count(new Statements(reader))).isEqualTo(before);
            return before;
        });

        assertThat(read).isEqualTo(50);
        assertThat(purge(cutoff).isEmpty()).isFalse();
    }

    private Portion purge(Instant cutoff) {
        return kind.purge(cutoff, 1);
    }

    private static long count(Statements statements) {
        return statements
                .first("SELECT count(*) FROM semblance.sighting", row -> row.getLong(1))
                .orElseThrow();
    }

    private static List<String> partitions(Instant before) {
        return new Statements(database.app())
                .list("SELECT partition FROM semblance.old_partitions('sighting', ?)", row -> row.getString(1), before);
    }

    private static Statements owner() {
        return new Statements(database.owner());
    }
}
