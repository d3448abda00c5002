package org.semblance.surveillance.access;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.platform.InvalidInputException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HoursAndDaysTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mon-fri 07:00-19:00 | mon-fri 07:00-19:00",
                "Mon-Fri  07:00 - 19:00 | mon-fri 07:00-19:00",
                "sun,sat 00:00-00:00 | sat-sun 00:00-24:00",
                "mon,wed,fri 22:00-06:00 | mon,wed,fri 22:00-06:00",
                "fri-mon 10:00-24:00 | mon,fri-sun 10:00-24:00",
                "sun 23:30-00:30 | sun 23:30-00:30"
            })
    void hours_are_said_in_one_way(String said, String kept) {
        assertThat(HoursSpan.of(said)).hasToString(kept);
        assertThat(HoursSpan.of(kept)).isEqualTo(HoursSpan.of(said));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mon",
                "07:00-19:00",
                "mon-fri",
                "monday 07:00-19:00",
                "mon 7:00-19:00",
                "mon 07:00-25:00",
                "mon 24:00-25:00",
                "mon-tue-wed 07:00-19:00",
                "mon, 07:00-19:00"
            })
    void hours_that_mean_nothing_are_refused_with_an_example(String said) {
        assertThatThrownBy(() -> HoursSpan.of(said))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("mon-fri 07:00-19:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-24, 2026-12-24",
        "2026-12-24..2026-12-24, 2026-12-24",
        "2026-12-24 .. 2026-12-26, 2026-12-24..2026-12-26",
        "yearly 12-25, yearly 12-25",
        "yearly 12-24..01-06, yearly 12-24..01-06"
    })
    void days_are_said_in_one_way(String said, String kept) {
        assertThat(CalendarDays.of(List.of(said)).texts()).containsExactly(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "tomorrow", "2026-02-29", "2026-12-26..2026-12-24", "yearly 13-01", "yearly", "12-24", "a..b..c"})
    void days_that_mean_nothing_are_refused(String said) {
        assertThatThrownBy(() -> CalendarDays.of(List.of(said))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_range_includes_its_ends() {
        var days = CalendarDays.of(List.of("2026-12-24..2026-12-26"));

        assertThat(days.includes(LocalDate.of(2026, 12, 23))).isFalse();
        assertThat(days.includes(LocalDate.of(2026, 12, 24))).isTrue();
        assertThat(days.includes(LocalDate.of(2026, 12, 26))).isTrue();
        assertThat(days.includes(LocalDate.of(2026, 12, 27))).isFalse();
    }
}
