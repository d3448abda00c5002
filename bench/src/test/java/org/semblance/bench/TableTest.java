package org.semblance.bench;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TableTest {

    @Test
    void lines_are_compared_with_the_bare_line_of_their_group() {
        var table = new Table(Role.PIPELINE, Role.BARE, 1.25);

        table.add(List.of(measurement("bare", Role.BARE, 10), measurement("ours", Role.PIPELINE, 12)));
        table.add(List.of(measurement("bare2", Role.BARE, 10), measurement("ours2", Role.PIPELINE, 13)));

        assertThat(table.toString())
                .containsPattern("ours +12.00 +12.00 +12.00 +1.20 +1.20 +-")
                .contains("ours: 1.20 times bare, within the bar of 1.25")
                .contains("ours2: 1.30 times bare2, ABOVE the bar of 1.25");
    }

    @Test
    void calls_of_a_server_are_compared_with_the_pipeline_and_have_no_processor_time() {
        var table = new Table(Role.API, Role.PIPELINE, 1.3);

        table.add(List.of(
                measurement("bare", Role.BARE, 10),
                measurement("ours", Role.PIPELINE, 20),
                measurement("call", Role.API, 30)));

        assertThat(table.toString())
                .containsPattern("call +30.00 +30.00 +- +3.00 +- +1.50")
                .contains("call: 1.50 times ours, ABOVE the bar of 1.30");
    }

    private static Measurement measurement(String name, Role role, double milliseconds) {
        var times = new Statistics(milliseconds);
        return new Measurement(new Contender(name, role, () -> name), times, times);
    }
}
