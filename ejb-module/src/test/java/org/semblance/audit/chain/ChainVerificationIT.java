package org.semblance.audit.chain;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.audit.chain.Finding.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** A database superuser who disables every guard first: whatever is done to the trail is found and named. */
class ChainVerificationIT {
    @TempDir
    private Path files;

    private AuditWorld world;

    @BeforeEach
    void ten_entries_are_sealed() {
        world = AuditWorld.in(files);
        world.recordAndSeal(10);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void finds_nothing_where_nothing_was_done() {
        var report = world.verification().verify((entries, total) -> {});

        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isEqualTo(10);
        assertThat(report.heads()).singleElement().satisfies(head -> assertThat(head.position())
                .isEqualTo(10));
    }

    @Test
    void names_a_changed_row() {
        world.tamper("UPDATE audit_entry SET actor = 'nobody' WHERE id = 4");

        assertThat(world.verify())
                .extracting(Finding::kind, Finding::entryId)
                .containsExactly(tuple(Kind.ENTRY_CHANGED, 4L));
    }

    @Test
    void names_a_changed_value_in_json() {
        world.tamper(
                "UPDATE audit_entry SET changes = '{\"title\": {\"after\": \"c\", \"before\": \"a3\"}}' WHERE id = 4");

        assertThat(world.verify()).extracting(Finding::entryId).containsExactly(4L);
    }

    @Test
    void names_a_row_whose_time_was_changed() {
        world.tamper("UPDATE audit_entry SET occurred_at = occurred_at - interval '400 days' WHERE id = 4");

        assertThat(world.verify())
                .extracting(Finding::kind, Finding::entryId)
                .containsExactly(tuple(Kind.ENTRY_CHANGED, 4L), tuple(Kind.ENTRY_INSERTED, 4L));
    }

    @Test
    void names_a_removed_row() {
        world.tamper("DELETE FROM audit_entry WHERE id = 4");

        assertThat(world.verify()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.ENTRY_REMOVED);
            assertThat(finding.entryId()).isEqualTo(4);
            assertThat(finding.message()).contains("Entry 4 of ").contains("was removed");
        });
    }

    @Test
    void names_the_place_of_a_row_that_was_removed_with_its_seal() {
        world.tamper("DELETE FROM audit_entry WHERE id = 4", "DELETE FROM audit_seal WHERE entry_id = 4");

        assertThat(world.verify()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.SEALS_REMOVED);
            assertThat(finding.position()).isEqualTo(4);
            assertThat(finding.message()).contains("positions 4 to 4 are gone");
        });
    }

    @Test
    void names_an_inserted_row() {
        world.tamper("INSERT INTO audit_entry (id, occurred_at, actor, actor_kind, action, outcome)"
                + " OVERRIDING SYSTEM VALUE VALUES (-1, now(), 'eve', 'user', 'person.deleted', 'success')");
        world.tamper("INSERT INTO audit_entry (id, occurred_at, actor, actor_kind, action, outcome)"
                + " OVERRIDING SYSTEM VALUE VALUES (4, now(), 'eve', 'user', 'person.deleted', 'success')");

        world.seal();

        assertThat(world.verify())
                .extracting(Finding::kind, Finding::entryId)
                .containsExactly(tuple(Kind.ENTRY_INSERTED, -1L), tuple(Kind.ENTRY_INSERTED, 4L));
    }

    @Test
    void names_an_inserted_row_with_a_forged_seal() {
        world.tamper(
                "INSERT INTO audit_entry (id, occurred_at, actor, actor_kind, action, outcome)"
                        + " OVERRIDING SYSTEM VALUE VALUES (50, now(), 'eve', 'user', 'person.deleted', 'success')",
                "INSERT INTO audit_seal SELECT month, 11, 50, e.occurred_at, entry_digest, settled_to, sealed_at,"
                        + " key_name, seal FROM audit_seal, audit_entry e WHERE position = 10 AND e.id = 50");

        assertThat(world.verify())
                .extracting(Finding::kind, Finding::entryId)
                .containsExactlyInAnyOrder(tuple(Kind.SEAL_BROKEN, 50L), tuple(Kind.ENTRY_CHANGED, 50L));
    }

    @Test
    void names_both_of_two_swapped_rows() {
        world.tamper("UPDATE audit_entry e SET details = o.details, changes = o.changes FROM audit_entry o"
                + " WHERE (e.id, o.id) IN ((3, 7), (7, 3))");

        assertThat(world.verify())
                .extracting(Finding::kind, Finding::entryId)
                .containsExactly(tuple(Kind.ENTRY_CHANGED, 3L), tuple(Kind.ENTRY_CHANGED, 7L));
    }

    @Test
    void names_both_of_two_rows_whose_places_were_swapped() {
        world.tamper(
                "UPDATE audit_seal SET position = 99 WHERE position = 3",
                "UPDATE audit_seal SET position = 3 WHERE position = 7",
                "UPDATE audit_seal SET position = 7 WHERE position = 99");

        assertThat(world.verify())
                .filteredOn(finding -> finding.kind() == Kind.SEAL_BROKEN)
                .extracting(Finding::position)
                .contains(3L, 7L);
    }

    @Test
    void tells_that_a_chain_was_cut_off() {
        world.tamper("DELETE FROM audit_entry WHERE id > 7", "DELETE FROM audit_seal WHERE entry_id > 7");

        assertThat(world.verify()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.CHAIN_CUT);
            assertThat(finding.position()).isEqualTo(8);
            assertThat(finding.message()).contains("position 10");
        });
    }

    @Test
    void tells_that_a_chain_was_cut_off_even_after_it_grew_again() {
        world.tamper("DELETE FROM audit_entry WHERE id > 7", "DELETE FROM audit_seal WHERE entry_id > 7");
        world.recordAndSeal(5);
        world.forgetAnchors();

        assertThat(world.verify())
                .extracting(Finding::kind, Finding::position)
                .containsExactly(tuple(Kind.SEALS_REMOVED, 8L));
    }

    @Test
    void tells_that_a_partition_was_dropped() {
        String partition = world.rows("SELECT DISTINCT tableoid::regclass::text FROM audit_entry")
                .get(0);
        world.tamper("DROP TABLE " + partition);

        assertThat(world.verify()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.ENTRY_REMOVED);
            assertThat(finding.message()).startsWith("10 entries were removed: 1 of ");
        });
    }

    @Test
    void tells_that_a_partition_and_its_chain_were_dropped() {
        String partition = world.rows("SELECT DISTINCT tableoid::regclass::text FROM audit_entry")
                .get(0);
        world.tamper("DROP TABLE " + partition, "TRUNCATE audit_seal");

        assertThat(world.verify()).extracting(Finding::kind).containsExactly(Kind.CHAIN_CUT);
    }

    @Test
    void does_not_seal_again_what_lost_its_seals() {
        world.tamper("TRUNCATE audit_seal", "UPDATE audit_entry SET actor = 'nobody' WHERE id = 4");
        world.restart();

        assertThat(world.seal()).isZero();
        assertThat(world.verify())
                .extracting(Finding::kind)
                .contains(Kind.CHAIN_CUT, Kind.ENTRY_INSERTED)
                .hasSize(11);
    }

    @Test
    void finds_a_chain_that_was_computed_anew_without_the_key() {
        world.tamper(
                "UPDATE audit_entry SET actor = 'nobody' WHERE id = 4",
                "UPDATE audit_seal SET entry_digest = sha256('whatever'), seal = sha256('whatever') WHERE position >= 4");

        assertThat(world.verify())
                .filteredOn(finding -> finding.kind() == Kind.SEAL_BROKEN)
                .extracting(Finding::position)
                .startsWith(4L);
    }

    @Test
    void verifies_with_the_old_key_what_the_old_key_sealed() {
        world.changeKey(true);
        world.recordAndSeal(2);

        assertThat(world.verify()).isEmpty();
        assertThat(world.rows("SELECT DISTINCT key_name FROM audit_seal")).hasSize(2);
    }

    @Test
    void says_so_when_a_key_is_gone() {
        world.changeKey(false);

        assertThat(world.verify()).extracting(Finding::kind).containsOnly(Kind.SEAL_BROKEN);
    }
}
