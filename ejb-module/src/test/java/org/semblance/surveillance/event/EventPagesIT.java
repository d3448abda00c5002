package org.semblance.surveillance.event;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.semblance.identity.Scope;
import org.semblance.surveillance.event.EventQuery.Traits;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/** What a page costs among many events: a few blocks, read by one statement, however many there are. */
class EventPagesIT {
    /** With a million, the same assertions hold: {@code -Dsemblance.test.events=1000000}. */
    private static final int EVENTS = Integer.getInteger("semblance.test.events", 100_000);

    private static final int MOST_BLOCKS = 5000;
    private static final String FILL = """
            INSERT INTO semblance.recognition_events (id, timestamp, camera_id, gallery_id, outcome, reason, person_id,
                   matched_user_id, is_user_disabled, confidence, threshold, margin, quality, model, is_unknown,
                   sighting_id, door, is_allowed, access_reason, is_late)
            SELECT gen_random_uuid(), now() - i * interval '80 days' / %1$d, 1 + i %% 40, 1 + i %% 5, outcome, 'clear',
                   CASE outcome WHEN 'matched' THEN 1 + i %% 3000 END,
                   CASE outcome WHEN 'matched' THEN CAST('00000000-0000-0001-0000-' || lpad(to_hex(1 + i %% 3000), 12, '0') AS uuid) END,
                   false, 0.8, 0.5, 0.05, 0.7, 'made-up/1', outcome = 'unknown', gen_random_uuid(), 'main', i %% 97 > 0, 'rule',
                   i %% 1000 = 0
              FROM (SELECT i, CASE WHEN i %% 500 = 0 THEN 'ambiguous' WHEN i %% 11 = 0 THEN 'unknown'
                                   WHEN i %% 23 = 0 THEN 'rejected' ELSE 'matched' END AS outcome
                      FROM generate_series(1, %1$d) AS i) AS made
            """.formatted(EVENTS);

    private static final EventWorld WORLD = new EventWorld();

    @BeforeAll
    static void many_events_of_eighty_days() {
        WORLD.sql().change(FILL);
        WORLD.sql().list("SELECT semblance.make_event_partitions(3)", row -> true);
        WORLD.sql()
                .change(
                        "INSERT INTO person (gallery_id, name) SELECT ?, 'P' || i FROM generate_series(1, 3000) AS i",
                        WORLD.staff);
        WORLD.sql().change("ANALYZE semblance.recognition_events, person");
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    static Stream<Asked> questions() {
        Period period = new Period(
                Instant.now().minus(Duration.ofDays(50)), Instant.now().minus(Duration.ofDays(45)));
        EventMark deep = new EventMark(Instant.now().minus(Duration.ofDays(70)), new UUID(0, 0));
        return Stream.of(
                new Asked("the newest", EventQuery.ALL, EventBounds.NONE, null),
                new Asked("deep in the list", EventQuery.ALL, EventBounds.NONE, deep),
                new Asked("of a camera", EventQuery.ALL, new EventBounds(Set.of(7L), Scope.EVERYWHERE), null),
                new Asked("of a gallery", EventQuery.ALL, new EventBounds(null, Scope.of(Set.of(3L))), null),
                new Asked("of two galleries", EventQuery.ALL, new EventBounds(null, Scope.of(Set.of(3L, 4L))), null),
                new Asked("of a person", with(new Traits(Set.of(), 17L, null, null, null)), EventBounds.NONE, null),
                new Asked(
                        "of a user",
                        with(new Traits(Set.of(), null, new UUID(1, 17), null, null)),
                        EventBounds.NONE,
                        null),
                new Asked(
                        "unknown",
                        with(new Traits(Set.of(Outcome.UNKNOWN), null, null, null, null)),
                        EventBounds.NONE,
                        null),
                new Asked(
                        "ambiguous",
                        with(new Traits(Set.of(Outcome.AMBIGUOUS), null, null, null, null)),
                        EventBounds.NONE,
                        null),
                new Asked("denied", with(new Traits(Set.of(), null, null, false, null)), EventBounds.NONE, null),
                new Asked("late", with(new Traits(Set.of(), null, null, null, true)), EventBounds.NONE, null),
                new Asked(
                        "of a time", new EventQuery(period, EventPlaces.ANYWHERE, Traits.ANY), EventBounds.NONE, null),
                new Asked(
                        "unknown at a camera",
                        with(new Traits(Set.of(Outcome.UNKNOWN), null, null, null, null)),
                        new EventBounds(Set.of(7L), Scope.EVERYWHERE),
                        null));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void a_page_is_read_from_an_index(Asked asked) throws SQLException {
        var heard = new Heard(WORLD.database.app());
        long begun = System.nanoTime();
        var page = new RecognitionEvents(heard.database()).list(asked.query(), asked.bounds(), asked.after(), 51);
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();

        int blocks = blocks(heard.statements.get(heard.statements.size() - 1));
        System.out.printf("%s: %d events, %d blocks, %d ms%n", asked.what(), page.size(), blocks, millis);
        assertThat(page).isNotEmpty();
        assertThat(blocks).as(asked.what()).isLessThan(MOST_BLOCKS);
    }

    @Test
    void a_page_takes_one_statement_however_long_it_is() {
        var heard = new Heard(WORLD.database.app());
        var events = new RecognitionEvents(heard.database());

        assertThat(events.list(EventQuery.ALL, EventBounds.NONE, null, 2)).hasSize(2);
        int few = heard.statements.size();
        assertThat(events.list(EventQuery.ALL, EventBounds.NONE, null, 201)).hasSize(201);

        assertThat(few).isEqualTo(1);
        assertThat(heard.statements).hasSize(2);
    }

    private static EventQuery with(Traits traits) {
        return new EventQuery(Period.EVER, EventPlaces.ANYWHERE, traits);
    }

    private static int blocks(String sql) throws SQLException {
        try (var connection = WORLD.database.app().getConnection();
                var statement = connection.createStatement();
                var plan = statement.executeQuery("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + sql)) {
            plan.next();
            String json = plan.getString(1);
            return Integer.parseInt(json.replaceFirst("(?s).*?\"Shared Hit Blocks\": (\\d+).*", "$1"))
                    + Integer.parseInt(json.replaceFirst("(?s).*?\"Shared Read Blocks\": (\\d+).*", "$1"));
        }
    }

    record Asked(
            String what,
            EventQuery query,
            EventBounds bounds,
            @Nullable EventMark after) {
        @Override
        public String toString() {
            return what;
        }
    }

    /** Notes what is asked of the database, with its values. */
    private static final class Heard {
        private final DataSource source;
        private final List<String> statements = new ArrayList<>();

        Heard(DataSource source) {
            this.source = source;
        }

        DataSource database() {
            return new PGSimpleDataSource() {
                private static final long serialVersionUID = 1L;

                @Override
                public Connection getConnection() throws SQLException {
                    Connection connection = source.getConnection();
                    return proxy(
                            Connection.class,
                            connection,
                            "prepareStatement",
                            statement -> proxy(
                                    PreparedStatement.class, (PreparedStatement) statement, "executeQuery", rows -> {
                                        statements.add(statement.toString());
                                        return rows;
                                    }));
                }
            };
        }

        private static <T> T proxy(
                Class<T> type, T target, String heard, java.util.function.UnaryOperator<Object> result) {
            return type.cast(Proxy.newProxyInstance(
                    EventPagesIT.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        try {
                            Object answer = method.invoke(target, arguments);
                            return method.getName().equals(heard) ? result.apply(answer) : answer;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }
    }
}
