package org.semblance.platform;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ThreadsTest {
    @ParameterizedTest
    @CsvSource({"1, 2", "2, 3", "8, 9", "9, 11", "16, 18", "128, 144"})
    void a_thread_more_for_every_eight_processors(int processors, int threads) {
        assertThat(Threads.computing(processors)).isEqualTo(threads);
    }
}
