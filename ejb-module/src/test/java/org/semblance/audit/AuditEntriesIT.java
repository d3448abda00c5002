package org.semblance.audit;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.audit.AuditEntries.Place;
import org.semblance.database.MigratedDatabase;
import org.semblance.platform.RequestContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The trail in the migrated schema, as the application's own database role reads and writes it. */
class AuditEntriesIT {
    private static final MigratedDatabase DATABASE = MigratedDatabase.fresh();
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final AuditEntries entries = new AuditEntries(DATABASE.app());

    @BeforeAll
    static void a_hundred_thousand_entries_of_two_years() throws SQLException {
        try (var connection = DATABASE.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO audit_entry (occurred_at, actor, actor_kind, permission, action, subject_type,"
                            + " subject_id, outcome, client_address, request_id)"
                            + " SELECT timestamptz '2025-01-01 00:00Z' + i * interval '10 minutes', 'user-' || i % 97, 'user', 'gallery:write',"
                            + " 'gallery.changed', 'gallery', 'g-' || i % 89, CASE WHEN i % 500 = 0 THEN 'refused' ELSE 'success' END,"
                            + " '192.0.2.' || i % 200, 'request-' || i FROM generate_series(1, 100000) AS i");
            statement.execute("ANALYZE audit_entry");
        }
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void keeps_who_what_where_and_when() {
        RequestContext.begin("request-x", "203.0.113.5", "curl/8\u0000.5");
        RequestContext.usePermission("gallery:write");
        try {
            new PostgresAuditLog(DATABASE.app(), Clock.fixed(NOON, ZoneOffset.UTC))
                    .record(
                            Actor.user("anna"),
                            AuditEvent.success("gallery.changed", "gallery", "staff")
                                    .changed("title", "a", "b"));
        } finally {
            RequestContext.end();
        }

        AuditEntry entry = list("request-x").get(0);
        assertThat(entry.occurredAt()).isEqualTo(NOON);
        assertThat(entry.values())
                .containsExactly(
                        "user",
                        "anna",
                        "gallery:write",
                        "gallery.changed",
                        "gallery",
                        "staff",
                        "success",
                        "203.0.113.5",
                        "curl/8?.5",
                        "request-x",
                        "{}",
                        "{\"title\": {\"after\": \"b\", \"before\": \"a\"}}");
    }

    @Test
    void a_flood_of_refusals_is_bounded_and_counted() {
        var log = new PostgresAuditLog(DATABASE.app(), Clock.fixed(NOON, ZoneOffset.UTC));
        RequestContext.begin("request-flood", "203.0.113.66");
        try {
            for (int i = 0; i < 1000; i++) {
                log.record(Actor.user("guess-" + i), AuditEvent.refused("user.signed-in", "user", "guess-" + i));
            }
        } finally {
            RequestContext.end();
        }

        assertThat(list("request-flood")).hasSize(30);
    }

    @Test
    void pages_without_gaps_or_repetitions() {
        var query = new AuditQuery(null, null, "user-3", null, null, null, null, null, null);
        List<AuditEntry> all = entries.list(query, null, 2000);
        List<AuditEntry> first = entries.list(query, null, 10);
        List<AuditEntry> second = entries.list(query, Place.of(first.get(9)), 10);

        assertThat(all).hasSize(1031);
        assertThat(first).isEqualTo(all.subList(0, 10));
        assertThat(second).isEqualTo(all.subList(10, 20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "e.actor = 'user-3'",
                "e.action = 'gallery.changed'",
                "e.subject_type = 'gallery' AND e.subject_id = 'g-7'",
                "e.client_address = '192.0.2.9'",
                "e.request_id = 'request-70000'",
                "e.outcome = 'refused' AND e.outcome <> 'success'",
                "(e.occurred_at, e.id) < (timestamptz '2026-01-01', 50000)"
            })
    void a_page_is_read_from_an_index(String filter) throws SQLException {
        try (var connection = DATABASE.app().getConnection();
                var statement = connection.createStatement();
                var plan = statement.executeQuery("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT " + AuditEntry.COLUMNS
                        + " FROM audit_entry e WHERE e.occurred_at >= '0001-01-01Z' AND e.occurred_at < '9999-12-31Z' AND "
                        + filter + " ORDER BY e.occurred_at DESC, e.id DESC LIMIT 51")) {
            plan.next();
            String json = plan.getString(1);

            int buffers = Integer.parseInt(json.replaceFirst("(?s).*?\"Shared Hit Blocks\": (\\d+).*", "$1"))
                    + Integer.parseInt(json.replaceFirst("(?s).*?\"Shared Read Blocks\": (\\d+).*", "$1"));
            assertThat(buffers).as(filter).isLessThan(400);
        }
    }

    private List<AuditEntry> list(String request) {
        return entries.list(new AuditQuery(null, null, null, null, null, null, null, null, request), null, 2000);
    }
}
