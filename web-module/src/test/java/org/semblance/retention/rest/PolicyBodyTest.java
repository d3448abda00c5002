package org.semblance.retention.rest;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.platform.InvalidInputException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PolicyBodyTest {
    @ParameterizedTest
    @CsvSource({"P30D,P30D", "PT720H,P30D", "PT36H,P1DT12H", "PT1H,PT1H", "PT0S,PT0S"})
    void periods_are_told_as_people_write_them(String given, String told) {
        Duration period = new PolicyBody(given, null).toTerms("sessions").period();

        assertThat(PolicyResponse.text(period)).isEqualTo(told);
        assertThat(Duration.parse(told)).isEqualTo(period);
    }

    @Test
    void what_is_no_period_is_refused() {
        assertThatThrownBy(() -> new PolicyBody("P1M", true).toTerms("sessions"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("P1M");
    }

    @Test
    void what_is_not_said_goes() {
        assertThat(new PolicyBody("P1D", null).toTerms("sessions").enabled()).isTrue();
        assertThat(new PolicyBody("P1D", false).toTerms("sessions").enabled()).isFalse();
    }
}
