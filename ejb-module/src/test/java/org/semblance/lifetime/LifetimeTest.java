package org.semblance.lifetime;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.platform.InvalidInputException;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LifetimeTest {
    private static final Lifetime DAYS = Lifetime.ofDays(7, 1, 30);

    @ParameterizedTest
    @ValueSource(strings = {"PT23H59M59S", "P31D", "-P7D", "PT24H0.5S"})
    void refuses_what_lies_outside(String period) {
        assertThatThrownBy(() -> DAYS.check(Duration.parse(period), true))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("PT24H to PT720H");
    }

    @Test
    void takes_the_ends_too() {
        assertThatNoException().isThrownBy(() -> DAYS.check(Duration.ofDays(1), true));
        assertThatNoException().isThrownBy(() -> DAYS.check(Duration.ofDays(30), true));
    }

    @Test
    void only_some_things_may_be_kept_for_ever() {
        assertThatThrownBy(() -> DAYS.check(Duration.ofDays(7), false)).isInstanceOf(InvalidInputException.class);
        assertThatNoException().isThrownBy(() -> DAYS.orForEver().check(Duration.ofDays(7), false));
    }

    @Test
    void is_usually_within_its_own_bounds() {
        assertThatThrownBy(() -> Lifetime.ofDays(31, 1, 30)).isInstanceOf(IllegalArgumentException.class);
    }
}
