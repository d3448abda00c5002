package org.semblance.surveillance.event.rest;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.semblance.platform.InvalidInputException;
import org.semblance.surveillance.event.CameraEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WordsTest {
    @Test
    void words_are_those_of_the_answers() {
        assertThat(Words.each("type", List.of("source-failed", " online"), CameraEvent.Type.class))
                .containsExactlyInAnyOrder(CameraEvent.Type.SOURCE_FAILED, CameraEvent.Type.ONLINE);
        assertThatThrownBy(() -> Words.each("type", List.of("SOURCE_FAILED"), CameraEvent.Type.class))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("source-failed");
    }

    @Test
    void what_is_left_out_is_not_asked_for() {
        assertThat(Words.id("user", " ")).isNull();
        assertThat(Words.either("late", null, "true", "false")).isNull();
    }

    @Test
    void what_makes_no_sense_is_refused_by_its_name() {
        assertThat(Words.id("user", "0198c5a1-7f2e-7a43-9c3b-5b0d3b1f6a10")).isInstanceOf(UUID.class);
        assertThatThrownBy(() -> Words.id("user", "ada")).hasMessageStartingWith("user is an id");
        assertThat(Words.either("access", "denied", "allowed", "denied")).isFalse();
        assertThatThrownBy(() -> Words.either("access", "no", "allowed", "denied"))
                .hasMessage("access is allowed or denied");
    }
}
