package org.semblance.audit.chain;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ChainSealerIT {
    private static final String INSERT = "INSERT INTO audit_entry (occurred_at, actor, actor_kind, action, outcome)"
            + " VALUES (now(), 'late', 'user', 'gallery.changed', 'success')";

    @TempDir
    private Path files;

    private AuditWorld world;

    @BeforeEach
    void open() {
        world = AuditWorld.in(files);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void seals_each_entry_once() {
        world.record(3);

        assertThat(world.seal()).isEqualTo(3);
        assertThat(world.seal()).isZero();
        assertThat(world.rows("SELECT position || ':' || entry_id FROM audit_seal ORDER BY position"))
                .containsExactly("1:1", "2:2", "3:3");
    }

    @Test
    void seals_more_than_a_batch() {
        world.record(1200);

        assertThat(world.seal()).isEqualTo(1200);
        assertThat(world.verify()).isEmpty();
    }

    @Test
    void takes_the_numbers_of_a_rolled_back_transaction_for_what_they_are() throws SQLException {
        world.record(1);
        try (Connection connection = transaction()) {
            connection.createStatement().execute(INSERT);
            connection.rollback();
        }
        world.recordAndSeal(1);

        assertThat(world.rows("SELECT entry_id FROM audit_seal ORDER BY position"))
                .containsExactly("1", "3");
        assertThat(world.verify()).isEmpty();
    }

    @Test
    void seals_an_entry_whose_transaction_took_long() throws SQLException {
        try (Connection slow = transaction()) {
            slow.createStatement().execute(INSERT);
            world.recordAndSeal(2);
            world.recordAndSeal(2);

            slow.commit();
        }
        world.seal();

        assertThat(world.rows("SELECT entry_id FROM audit_seal ORDER BY position"))
                .containsExactly("2", "3", "4", "5", "1");
        assertThat(world.verify()).isEmpty();
    }

    @Test
    void two_nodes_seal_one_chain() {
        ChainSealer other = world.otherNode();
        world.record(2);
        world.seal();
        world.record(2);
        other.seal();
        world.record(2);
        world.seal();
        other.seal();

        assertThat(world.rows("SELECT position || ':' || entry_id FROM audit_seal ORDER BY position"))
                .containsExactly("1:1", "2:2", "3:3", "4:4", "5:5", "6:6");
        assertThat(world.verify()).isEmpty();
    }

    @Test
    void a_node_whose_clock_is_wrong_starts_a_chain_of_its_month_and_harms_nothing() {
        world.recordAndSeal(2);
        try (var late = new AuditWorld(files, Clock.fixed(Instant.parse("2031-05-06T07:08:09Z"), ZoneOffset.UTC))) {
            late.forgetAnchors();
            late.recordAndSeal(2);

            assertThat(late.rows("SELECT month || ':' || position FROM audit_seal ORDER BY position"))
                    .containsExactly("2031-05-01:1", "2031-05-01:2");
            assertThat(late.rows("SELECT DISTINCT tableoid::regclass::text FROM audit_entry"))
                    .containsExactly("audit_entry_other");
            assertThat(late.verify()).isEmpty();
        }
    }

    @Test
    void goes_on_after_a_restart() {
        world.recordAndSeal(2);
        world.restart();
        world.recordAndSeal(2);

        assertThat(world.rows("SELECT max(position) FROM audit_seal")).containsExactly("4");
        assertThat(world.verify()).isEmpty();
    }

    private Connection transaction() throws SQLException {
        Connection connection = world.database.app().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }
}
