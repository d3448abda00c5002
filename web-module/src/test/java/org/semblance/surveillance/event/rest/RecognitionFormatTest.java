package org.semblance.surveillance.event.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.rest.JsonConfiguration;
import org.semblance.surveillance.event.RecognitionFormat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecognitionFormatTest {
    @Test
    void a_line_has_a_cell_for_every_head_and_none_is_a_formula() {
        String line = RecognitionFormat.CSV.event(MadeUpEvent.of("=cmd()"));

        assertThat(line)
                .isEqualTo("\"00000000-0000-0000-0000-000000000001\",\"2026-11-21T12:00:00Z\",\"7\",\"door\",\"staff\","
                        + "\"matched\",\"clear\",\"4711\",\"'=cmd()\",\"00000000-0000-0000-0000-000000000002\",\"true\","
                        + "\"0.84\",\"\",\"0.5\",\"0.05\",\"0.7\",\"\",\"made-up/1\","
                        + "\"00000000-0000-0000-0000-000000000003\",\"main\",\"denied\",\"user-disabled\",\"12\",\"true\","
                        + "\"2026-11-21T12:00:00Z\"\r\n");
        assertThat(RecognitionFormat.CSV.head().split(",", -1)).hasSize(line.split(",", -1).length);
    }

    @Test
    void a_line_of_json_is_what_the_list_gives() {
        assertThat(RecognitionFormat.JSONL.event(MadeUpEvent.of("Ada")))
                .startsWith("{")
                .endsWith("}\n")
                .contains("\"person\":{\"id\":4711,\"name\":\"Ada\"}", "\"confidence\":0.84", "\"late\":true")
                .doesNotContain("runner_up");
        assertThat(object(RecognitionFormat.JSONL.event(MadeUpEvent.of("Ada"))))
                .isEqualTo(object(JsonConfiguration.toJson(RecognitionResponse.of(MadeUpEvent.of("Ada")))));
        assertThat(RecognitionFormat.JSONL.head()).isEmpty();
    }

    @Test
    void there_are_two_forms() {
        assertThat(RecognitionFormat.of("csv")).isEqualTo(RecognitionFormat.CSV);
        assertThat(RecognitionFormat.of("jsonl")).isEqualTo(RecognitionFormat.JSONL);
        assertThatThrownBy(() -> RecognitionFormat.of("CSV")).isInstanceOf(InvalidInputException.class);
    }

    private static JsonObject object(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
