package org.semblance.bench;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StatisticsTest {
    private static final Statistics ONE_TO_HUNDRED = new Statistics(
            IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray());

    @Test
    void the_median_of_an_odd_count_is_the_number_in_the_middle() {
        assertThat(new Statistics(9, 1, 5).median()).isEqualTo(5);
    }

    @Test
    void the_median_of_an_even_count_lies_between_the_two_in_the_middle() {
        assertThat(new Statistics(4, 1, 2, 100).median()).isEqualTo(3);
    }

    @Test
    void one_number_is_its_own_median_and_percentile() {
        var single = new Statistics(7);

        assertThat(single.median()).isEqualTo(7);
        assertThat(single.percentile(1)).isEqualTo(7);
        assertThat(single.percentile(100)).isEqualTo(7);
    }

    @Test
    void a_percentile_is_the_smallest_number_that_so_many_do_not_exceed() {
        assertThat(ONE_TO_HUNDRED.percentile(95)).isEqualTo(95);
        assertThat(ONE_TO_HUNDRED.percentile(100)).isEqualTo(100);
        assertThat(new Statistics(1, 2, 3).percentile(95)).isEqualTo(3);
        assertThat(new Statistics(1, 2, 3).percentile(30)).isEqualTo(1);
    }

    @Test
    void a_ratio_compares_medians_and_not_outliers() {
        assertThat(new Statistics(3, 3, 1000).ratio(new Statistics(2, 2, 0.1))).isEqualTo(1.5);
    }

    @Test
    void the_given_numbers_are_not_reordered() {
        double[] given = {3, 1, 2};

        new Statistics(given).median();

        assertThat(given).containsExactly(3, 1, 2);
    }

    @Test
    void nothing_measured_and_impossible_percentiles_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(Statistics::new);
        assertThatIllegalArgumentException().isThrownBy(() -> ONE_TO_HUNDRED.percentile(0));
        assertThatIllegalArgumentException().isThrownBy(() -> ONE_TO_HUNDRED.percentile(101));
    }
}
