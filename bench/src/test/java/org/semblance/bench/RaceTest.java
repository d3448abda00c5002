package org.semblance.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RaceTest {

    @Test
    void contenders_take_turns_and_each_round_begins_with_another() {
        List<String> runs = new ArrayList<>();

        new Race(1, 2).run(List.of(contender("a", runs), contender("b", runs)));

        assertThat(runs).containsExactly("b", "a", "a", "b", "b", "a");
    }

    @Test
    void a_measurement_knows_whose_it_is_and_how_long_it_took() {
        var sleeper = new Contender("sleeper", Role.BARE, () -> {
            Thread.sleep(5);
            return "";
        });

        var measurement = new Race(0, 3).run(List.of(sleeper)).get(0);

        assertThat(measurement.contender()).isEqualTo(sleeper);
        assertThat(measurement.wall().median()).isGreaterThanOrEqualTo(5);
        assertThat(measurement.cpu().median()).isBetween(0.0, measurement.wall().percentile(100));
    }

    @Test
    void a_failure_names_the_contender() {
        var broken = new Contender("broken", Role.BARE, () -> {
            throw new IOException("no disk");
        });

        assertThatExceptionOfType(BenchmarkException.class)
                .isThrownBy(() -> new Race(0, 1).run(List.of(broken)))
                .withMessage("broken failed: no disk");
    }

    private static Contender contender(String name, List<String> runs) {
        return new Contender(name, Role.BARE, () -> runs.add(name));
    }
}
