package org.semblance.bench.search;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FindingTest {

    @Test
    void tells_only_rates_that_were_measured() {
        var finding = new Finding("exact", 1);
        finding.time(2_000_000, 1_000_000);
        finding.compare(new long[] {7}, new long[] {7});
        finding.bySecond(1, 480.2);

        assertThat(finding.toString().trim().split(" +"))
                .containsExactly("exact", "1.000", "1.000", "1.000", "2.000", "2.000", "2.000", "480", "-");
    }
}
