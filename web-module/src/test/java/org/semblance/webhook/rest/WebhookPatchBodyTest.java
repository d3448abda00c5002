package org.semblance.webhook.rest;

import jakarta.json.Json;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.platform.InvalidInputException;
import org.semblance.webhook.WebhookPatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WebhookPatchBodyTest {
    @Test
    void changes_what_is_named_and_nothing_else() {
        assertThat(read("{\"name\": \"Gates\", \"active\": false}"))
                .isEqualTo(new WebhookPatch(
                        Optional.of("Gates"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(false)));
        assertThat(read("{\"galleries\": [\"staff\"], \"event_types\": [\"person.purged\"]}"))
                .isEqualTo(new WebhookPatch(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(List.of("person.purged")),
                        Optional.of(List.of("staff")),
                        Optional.empty()));
    }

    @Test
    void no_gallery_means_all() {
        assertThat(read("{\"galleries\": null}").galleries()).contains(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"secret\": \"mine\"}",
                "{\"name\": null}",
                "{\"name\": 1}",
                "{\"url\": []}",
                "{\"event_types\": \"person.purged\"}",
                "{\"event_types\": [1]}",
                "{\"active\": \"yes\"}"
            })
    void refuses_other_fields_and_types(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void secrets_overlap_for_a_day_unless_somebody_says_so() {
        assertThat(RotationRequest.overlap(null)).isEqualTo(Duration.ofDays(1));
        assertThat(RotationRequest.overlap(new RotationRequest(null))).isEqualTo(Duration.ofDays(1));
        assertThat(RotationRequest.overlap(new RotationRequest(0))).isEqualTo(Duration.ZERO);
    }

    private static WebhookPatch read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return WebhookPatchBody.read(reader.readObject());
        }
    }
}
