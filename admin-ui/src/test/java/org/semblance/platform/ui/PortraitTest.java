package org.semblance.platform.ui;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PortraitTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ada Lovelace|AL",
                "ada|A",
                "Ludwig van Beethoven|LB",
                "  Ada   King |AK",
                "'' |''",
                "王 小明|王小",
                "𝒜da|𝒜"
            })
    void says_who_in_two_letters(String name, String initials) {
        assertThat(Portrait.initials(name)).isEqualTo(initials);
    }
}
