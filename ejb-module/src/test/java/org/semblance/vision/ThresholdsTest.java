package org.semblance.vision;

import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ThresholdsTest {
    private static final FalseAcceptRate LAST = FalseAcceptRate.ONE_IN_A_MILLION;

    @Test
    void a_rate_that_was_not_measured_goes_on_by_the_last_step() {
        assertThat(Thresholds.of(0.3, 0.4, 0.48).at(LAST)).isCloseTo(0.64, within(1e-9));
    }

    @Test
    void a_reckoned_threshold_is_one_that_can_be_reached() {
        assertThat(Thresholds.of(0.3, 0.6, 0.9).at(LAST)).isEqualTo(1);
    }

    @Test
    void a_measured_rate_is_taken_as_it_is() {
        var thresholds = new Thresholds(Map.of(
                FalseAcceptRate.ONE_IN_HUNDRED, 0.3,
                FalseAcceptRate.ONE_IN_THOUSAND, 0.4,
                FalseAcceptRate.ONE_IN_TEN_THOUSAND, 0.5,
                FalseAcceptRate.ONE_IN_HUNDRED_THOUSAND, 0.52));

        assertThat(thresholds.at(FalseAcceptRate.ONE_IN_HUNDRED_THOUSAND)).isEqualTo(0.52);
        assertThat(thresholds.at(LAST)).isCloseTo(0.54, within(1e-9));
    }

    @Test
    void refuses_fewer_false_accepts_for_a_lower_threshold_and_gaps() {
        assertThatThrownBy(() -> Thresholds.of(0.3, 0.5, 0.4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Thresholds(Map.of(FalseAcceptRate.ONE_IN_HUNDRED, 0.3, LAST, 0.6)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
