package org.semblance.gallery;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.platform.InvalidInputException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MetadataTest {

    @Test
    void survives_the_database_whatever_the_text() {
        var metadata = new Metadata(Map.of("a", "\"quoted\" \\ line\n\tend", "b.c-d_1", "Žofie 🙂"));

        assertThat(Metadata.ofJson(metadata.json())).isEqualTo(metadata);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Capital",
                "with space",
                "ü",
                "0123456789012345678901234567890123456789012345678901234567890123x"
            })
    void refuses_a_bad_key(String key) {
        assertThatThrownBy(() -> new Metadata(Map.of(key, "text"))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void refuses_texts_that_are_too_long_too_many_or_too_much() {
        var many = new HashMap<String, String>();
        for (int i = 0; i <= Metadata.MAX_KEYS; i++) {
            many.put("k" + i, "x");
        }
        var large = new HashMap<String, String>();
        for (int i = 0; i < 20; i++) {
            large.put("k" + i, "x".repeat(Metadata.MAX_LENGTH));
        }

        assertThatThrownBy(() -> new Metadata(Map.of("k", "x".repeat(Metadata.MAX_LENGTH + 1))))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Metadata(Map.of("k", "\u0000"))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Metadata(many)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Metadata(large)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_change_of_keys_leaves_the_others() {
        var changes = new HashMap<String, String>();
        changes.put("a", "new");
        changes.put("b", null);
        var patch = new PersonPatch(
                PersonPatch.Field.kept(),
                PersonPatch.Field.kept(),
                PersonPatch.Field.kept(),
                PersonPatch.Field.kept(),
                PersonPatch.Field.kept(),
                PersonPatch.Field.of(changes));

        assertThat(patch.metadata(new Metadata(Map.of("a", "1", "b", "2", "c", "3"))))
                .isEqualTo(new Metadata(Map.of("a", "new", "c", "3")));
    }
}
