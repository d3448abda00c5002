package org.semblance.storage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImageKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd.txt",
                "../secret.png",
                "persons/../../secret.png",
                "persons//1.png",
                "persons/1",
                "Persons/1.png",
                "persons/1.png/",
                "persons\\1.png",
                "persons/.hidden.png"
            })
    void refuses_what_could_lead_out_of_the_store(String key) {
        assertThatThrownBy(() -> new ImageKey(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takes_plain_segments() {
        assertThat(new ImageKey("persons/12/original/ab-cd_1.jpg").value()).startsWith("persons/12/");
    }
}
