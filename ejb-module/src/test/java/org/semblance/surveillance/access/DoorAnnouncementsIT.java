package org.semblance.surveillance.access;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.announcement.AnnouncementType;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Statements;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.CameraRules;
import org.semblance.surveillance.event.RecognitionEvent;
import org.semblance.surveillance.event.RecognitionEvent.AccessOutcome;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;
import org.semblance.surveillance.event.RecognitionEvent.Verdict;
import org.semblance.webhook.WebhookOutbox;

import static org.assertj.core.api.Assertions.assertThat;

class DoorAnnouncementsIT {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.120Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final AccessOutcome ALLOWED = new AccessOutcome("main", true, "allowed", 12L);

    private static AccessWorld world;
    private static DoorAnnouncements announcements;
    private static long gallery;

    @BeforeAll
    static void open() {
        world = new AccessWorld(CLOCK);
        gallery = world.rows.gallery();
        world.rows.run("""
                INSERT INTO webhook (id, name, url, event_types, secret, created_by)
                VALUES (gen_random_uuid(), 'Doors', 'https://doors.example/', '{door.decided}', '', 'anna')
                """);
        announcements = new DoorAnnouncements(
                new WebhookOutbox(world.transaction, CLOCK),
                new AccessSettings(Duration.ofHours(1), Duration.ofSeconds(10)),
                CLOCK);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void tells_controllers_what_was_decided_and_until_when_that_counts() {
        RecognitionEvent event = event(NOW.minusSeconds(1), ALLOWED, new PersonId(4711), false);

        decided(event);

        JsonObject data = told(event).get(0);
        assertThat(data.getString("door")).isEqualTo("main");
        assertThat(data.getString("camera")).isEqualTo("entrance-1");
        assertThat(data.getBoolean("allowed")).isTrue();
        assertThat(data.getString("reason")).isEqualTo("allowed");
        assertThat(data.getInt("rule")).isEqualTo(12);
        assertThat(data.getInt("person")).isEqualTo(4711);
        assertThat(data.getString("at")).isEqualTo("2026-11-21T09:59:59.120Z");
        assertThat(data.getString("valid_until")).isEqualTo("2026-11-21T10:00:09.120Z");
    }

    @Test
    void tells_of_strangers_without_naming_anybody() {
        RecognitionEvent event = event(NOW, new AccessOutcome("main", false, "not-recognised"), null, false);

        decided(event);

        assertThat(told(event).get(0).keySet()).doesNotContain("person", "rule");
        assertThat(told(event).get(0).getBoolean("allowed")).isFalse();
    }

    @Test
    void what_comes_too_late_is_told_to_nobody() {
        RecognitionEvent spooled = event(NOW, ALLOWED, new PersonId(1), true);
        RecognitionEvent old = event(NOW.minusSeconds(10), ALLOWED, new PersonId(1), false);
        RecognitionEvent noDoor = event(NOW, null, new PersonId(1), false);

        List.of(spooled, old, noDoor).forEach(DoorAnnouncementsIT::decided);

        assertThat(List.of(spooled, old, noDoor)).allSatisfy(event -> assertThat(told(event)).isEmpty());
    }

    @Test
    void the_documentation_has_the_same_line() throws IOException {
        String page = Files.readString(Path.of("../docs/webhooks.md"));

        for (AnnouncementType type : announcements.types()) {
            assertThat(page)
                    .contains("| `" + type.name() + "` | " + type.description() + " | `" + type.example() + "` |");
        }
    }

    private static void decided(RecognitionEvent event) {
        world.run(() -> announcements.decided(camera(), event));
    }

    private static List<JsonObject> told(RecognitionEvent event) {
        return new Statements(world.database.app())
                .list("SELECT data FROM webhook_event WHERE data LIKE ?", row -> parse(row.getString(1)), "%"
                        + event.id() + "%");
    }

    private static JsonObject parse(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private static Camera camera() {
        return new Camera(
                new CameraId(1),
                new CameraName("entrance-1"),
                "Entrance",
                "",
                gallery,
                new GalleryName("staff"),
                CameraRules.STANDARD,
                true,
                NOW,
                1);
    }

    private static RecognitionEvent event(
            Instant at, @Nullable AccessOutcome access, @Nullable PersonId person, boolean isLate) {
        var verdict = new Verdict(
                person == null ? Outcome.UNKNOWN : Outcome.MATCHED,
                "clear",
                person,
                null,
                false,
                0.8,
                null,
                0.5,
                0.05,
                0.9,
                null,
                "test/embedder");
        return new RecognitionEvent(
                UUID.randomUUID(), at, new CameraId(1), gallery, verdict, UUID.randomUUID(), access, isLate);
    }
}
