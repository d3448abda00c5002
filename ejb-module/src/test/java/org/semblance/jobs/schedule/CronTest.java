package org.semblance.jobs.schedule;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.platform.InvalidInputException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CronTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 3 * * *       | UTC           | 1970-01-01T00:00:00Z | 1970-01-01T03:00:00Z
                    0 3 * * *       | UTC           | 2026-01-01T03:00:00Z | 2026-01-02T03:00:00Z
                    */15 * * * *    | UTC           | 2026-01-01T23:50:10Z | 2026-01-02T00:00:00Z
                    10-20/5 8,20 * * * | UTC        | 2026-01-01T08:15:00Z | 2026-01-01T08:20:00Z
                    0 3 * * SUN     | UTC           | 2026-11-21T00:00:00Z | 2026-11-22T03:00:00Z
                    0 3 * * 7       | UTC           | 2026-11-21T00:00:00Z | 2026-11-22T03:00:00Z
                    0 0 1 jan *     | UTC           | 2026-01-01T00:00:00Z | 2027-01-01T00:00:00Z
                    0 0 13 * FRI    | UTC           | 2026-11-21T00:00:00Z | 2026-11-27T00:00:00Z
                    0 0 29 2 *      | UTC           | 2026-01-01T00:00:00Z | 2028-02-29T00:00:00Z
                    30 2 * * *      | Europe/Berlin | 2026-03-28T01:30:00Z | 2026-03-29T01:30:00Z
                    30 2 * * *      | Europe/Berlin | 2026-10-25T00:30:00Z | 2026-10-26T01:30:00Z
                    30 * * * *      | Europe/Berlin | 2026-10-25T00:30:00Z | 2026-10-25T01:30:00Z
                    30 3 * * *      | Asia/Kolkata  | 2026-10-25T00:30:00Z | 2026-10-25T22:00:00Z
                    """)
    void knows_the_next_time(String expression, String zone, Instant after, Instant next) {
        assertThat(Cron.of(expression, zone).next(after)).contains(next);
    }

    @Test
    void refuses_what_names_no_time() {
        for (String wrong :
                List.of("", "x", "* * * *", "61 * * * *", "0 0 31 2 *", "0 0 * * * *", "5-1 * * * *", "*/0 * * * *")) {
            assertThatThrownBy(() -> Cron.of(wrong, "UTC")).as(wrong).isInstanceOf(InvalidInputException.class);
        }
        assertThatThrownBy(() -> Cron.of("0 3 * * *", "Mars")).hasMessageContaining("time zone");
    }
}
