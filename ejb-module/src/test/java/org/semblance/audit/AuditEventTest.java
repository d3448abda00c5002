package org.semblance.audit;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AuditEventTest {
    private final AuditEvent event = AuditEvent.success("gallery.changed", "gallery", "staff");

    @Test
    void tells_the_values_before_and_after() {
        var changed =
                event.changed("title", "Old", "New").changed("min_faces", 1, 1).changed("threshold", null, 0.5);

        assertThat(AuditJson.changes(changed.changes()))
                .isEqualTo(
                        "{\"title\":{\"before\":\"Old\",\"after\":\"New\"},\"threshold\":{\"before\":null,\"after\":0.5}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "totp_secret", "refreshToken", "api-key", "embedding", "image"})
    void tells_of_a_secret_only_that_it_changed(String field) {
        assertThat(AuditJson.changes(event.changed(field, "old", "new").changes()))
                .isEqualTo("{\"" + field + "\":{\"values\":\"not recorded\"}}");
    }

    @Test
    void takes_no_pictures_and_no_embeddings() {
        assertThatThrownBy(() -> AuditJson.details(Map.of("what", new float[512])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cuts_what_is_too_long() {
        assertThat(AuditJson.details(Map.of("what", "x".repeat(5000)))).hasSizeLessThan(1100);
    }
}
