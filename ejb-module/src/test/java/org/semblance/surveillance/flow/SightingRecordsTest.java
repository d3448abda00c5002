package org.semblance.surveillance.flow;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.PersonId;
import org.semblance.storage.ImageKey;
import org.semblance.storage.NewImage;
import org.semblance.storage.Retention;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.event.RecognitionEvent;
import org.semblance.surveillance.event.RecognitionEvent.AccessOutcome;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;
import org.semblance.surveillance.event.RecognitionEvent.Verdict;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Embedding;
import org.semblance.vision.Landmarks;
import org.semblance.vision.ModelId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SightingRecordsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final Embedding EMBEDDING =
            Embedding.of(new ModelId("test/embedder"), new float[] {0.1f, -0.7f, 0.3f, 0.01f});

    @Test
    void what_is_written_is_read_again() {
        var matched = new Verdict(
                Outcome.MATCHED,
                "clear",
                new PersonId(4711),
                new UUID(1, 2),
                true,
                0.7301,
                0.21,
                0.65,
                0.05,
                0.8,
                0.97,
                "test/embedder");
        var unknown = new Verdict(
                Outcome.UNKNOWN,
                "nobody-enrolled",
                null,
                null,
                false,
                null,
                null,
                0.65,
                0.05,
                0.4,
                null,
                "test/embedder");
        var written =
                List.of(sighting(matched, new AccessOutcome("main", true, "rule"), 1), sighting(unknown, null, 2));

        List<NewSighting> read = SightingRecords.read(SightingRecords.write(written));

        assertThat(read).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertSame(written.get(i), read.get(i));
        }
    }

    private static void assertSame(NewSighting before, NewSighting after) {
        assertThat(after.event())
                .usingRecursiveComparison()
                .ignoringFields("isLate")
                .isEqualTo(before.event());
        assertThat(after.event().isLate()).isTrue();
        assertThat(after.face().box()).isEqualTo(before.face().box());
        assertThat(after.face().landmarks().coordinates())
                .containsExactly(before.face().landmarks().coordinates());
        assertThat(after.embedding().similarity(EMBEDDING)).isGreaterThan(0.999999);
        assertThat(after.picture().key()).isEqualTo(before.picture().key());
        assertThat(after.picture().bytes()).containsExactly(before.picture().bytes());
    }

    @Test
    void a_record_of_another_version_is_not_guessed_at() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SightingRecords.read(
                        "{\"version\": 2, \"sightings\": []}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .withMessageContaining("2");
    }

    private static NewSighting sighting(Verdict verdict, @Nullable AccessOutcome access, int number) {
        var event = new RecognitionEvent(
                new UUID(7, number), NOON, new CameraId(3), 9, verdict, new UUID(8, number), access, false);
        var face = new DetectedFace(
                new Box(1.5f, 2, 30, 40), new Landmarks(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10.25f}), 0.9f);
        var picture = new NewImage(
                new ImageKey("images/unknown/2026-03-01/door_" + number + ".png"),
                new byte[] {1, 2, (byte) number},
                "image/png",
                112,
                112,
                Retention.OBSERVED);
        return new NewSighting(event, face, EMBEDDING, picture);
    }
}
