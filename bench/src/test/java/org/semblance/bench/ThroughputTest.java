package org.semblance.bench;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ThroughputTest {

    @Test
    void one_and_two_callers_are_compared_with_one_bare_caller() {
        Queue<String> callers = new ConcurrentLinkedQueue<>();
        Work sleep = () -> {
            Thread.sleep(20);
            callers.add(Thread.currentThread().getName());
            return "";
        };

        String table = new Throughput(1, List.of(sleep), List.of(sleep)).run();

        assertThat(table)
                .containsPattern("1 caller, bare +[0-9.]+ +[0-9.]+ +1.00")
                .contains("1 caller, pipeline", "2 callers, bare", "2 callers, pipeline")
                .contains("of twice one bare caller on the clock");
        assertThat(callers.stream().distinct()).as("two rounds of six callers").hasSize(12);
    }

    @Test
    void a_failure_is_told() {
        Work broken = () -> {
            throw new IllegalStateException("no model");
        };

        assertThatExceptionOfType(BenchmarkException.class)
                .isThrownBy(() -> new Throughput(1, List.of(broken), List.of(broken)).run())
                .withMessageContaining("no model");
    }
}
