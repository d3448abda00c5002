package org.semblance.bench;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MainTest {

    @Test
    void an_unknown_benchmark_is_refused_with_the_names_of_the_known_ones() {
        var errors = new ByteArrayOutputStream();

        int code = Main.run(
                List.of("nonsense"),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("nonsense", "vision", "api", "memory", "fuzz", "search", "jobs", "surveillance");
    }

    @Test
    void a_missing_account_is_named() {
        var options = new Options(List.of(), Map.of("SEMBLANCE_BENCH_USER", "bench"));

        assertThat(options.user()).isEqualTo("bench");
        assertThatExceptionOfType(BenchmarkException.class)
                .isThrownBy(options::password)
                .withMessageStartingWith("SEMBLANCE_BENCH_PASSWORD is not set");
    }

    @Test
    void a_server_is_an_address_that_ends_with_a_slash() {
        var local = new Options(List.of(), Map.of());
        var remote = new Options(List.of(), Map.of("SEMBLANCE_URL", "https://faces.example/base"));

        assertThat(local.server()).hasToString("http://127.0.0.1:8080/");
        assertThat(remote.server().resolve("api/v1/")).hasToString("https://faces.example/base/api/v1/");
        assertThatExceptionOfType(BenchmarkException.class)
                .isThrownBy(new Options(List.of(), Map.of("SEMBLANCE_URL", "faces"))::server)
                .withMessageContaining("http://");
    }

    @Test
    void a_count_that_is_none_is_refused() {
        assertThat(new Options(List.of(), Map.of()).calls()).isEqualTo(1000);
        assertThat(new Options(List.of("7"), Map.of()).calls()).isEqualTo(7);
        for (String wrong : List.of("0", "-1", "many")) {
            assertThatExceptionOfType(BenchmarkException.class)
                    .isThrownBy(new Options(List.of(wrong), Map.of())::calls)
                    .withMessageContaining(wrong);
        }
    }

    @Test
    void the_fuzzer_takes_minutes_and_a_directory() {
        assertThat(new Options(List.of(), Map.of()).minutes()).isEqualTo(10);
        assertThat(new Options(List.of("3"), Map.of()).seeds()).isEmpty();
        assertThat(new Options(List.of("3", "pictures"), Map.of()).seeds()).contains("pictures");
    }

    @Test
    void galleries_of_two_sizes_are_searched_unless_told_otherwise() {
        assertThat(new Options(List.of(), Map.of()).sizes()).containsExactly(10_000, 100_000);
        assertThat(new Options(List.of("1000000"), Map.of()).sizes()).containsExactly(1_000_000);
    }

    @Test
    void memory_is_read_from_the_metrics_whatever_their_labels() {
        var memory = MemoryBenchmark.memory("""
                # TYPE memory_usedHeap_bytes gauge
                memory_usedHeap_bytes{mp_scope="base"} 1.5E8
                thread_count{mp_scope="base"} 40
                """);

        assertThat(memory).containsExactly(Map.entry("memory_usedHeap_bytes{mp_scope=\"base\"}", 1.5e8));
    }
}
