package org.semblance.vision;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VisionSettingsTest {

    @Test
    void keys_and_defaults_are_as_documented() {
        Map<String, String> defaults = Arrays.stream(VisionSettings.class.getConstructors()[0].getParameters())
                .map(parameter -> parameter.getAnnotation(ConfigProperty.class))
                .collect(Collectors.toMap(ConfigProperty::name, ConfigProperty::defaultValue));

        assertThat(defaults)
                .containsOnly(
                        Map.entry("semblance.data.directory", ConfigProperty.UNCONFIGURED_VALUE),
                        Map.entry("semblance.models.directory", ConfigProperty.UNCONFIGURED_VALUE),
                        Map.entry("semblance.models.active", "starter"),
                        Map.entry("semblance.vision.threads", "1"),
                        Map.entry("semblance.vision.max-concurrency", ConfigProperty.UNCONFIGURED_VALUE),
                        Map.entry("semblance.vision.max-queue", "64"),
                        Map.entry("semblance.vision.patience", "PT10S"),
                        Map.entry("semblance.vision.max-pixels", "50000000"),
                        Map.entry("semblance.vision.max-bytes", "26214400"),
                        Map.entry("semblance.vision.smallest-face", "20"),
                        Map.entry("semblance.vision.device", "cpu"));
    }

    @Test
    void models_lie_in_the_data_directory_unless_told_otherwise() {
        var settings = settings(1, 1, 1, Duration.ZERO, 1);

        assertThat(settings.modelsDirectory()).isEqualTo(Path.of("data", "models"));
        assertThat(settings.maxConcurrency()).isEqualTo(1);
        assertThat(settings.maxMemory()).isPositive();
    }

    @Test
    void models_run_on_the_processor_unless_told_otherwise() {
        assertThat(settings(20, "cpu").execution()).isEqualTo(Execution.onCpu(1));
        assertThat(settings(20, "cuda").execution()).isEqualTo(new Execution(Execution.Device.CUDA, 1));
        assertThat(settings(35, "cpu").smallestFace()).isEqualTo(35);
    }

    @Test
    void refuses_values_out_of_bounds_by_name() {
        assertRefused(() -> settings(0, 1, 1, Duration.ZERO, 1), "semblance.vision.threads is 0");
        assertRefused(() -> settings(1, 0, 1, Duration.ZERO, 1), "semblance.vision.max-concurrency is 0");
        assertRefused(() -> settings(1, 1, -1, Duration.ZERO, 1), "semblance.vision.max-queue is -1");
        assertRefused(() -> settings(1, 1, 1, Duration.ofSeconds(-1), 1), "semblance.vision.patience is PT-1S");
        assertRefused(() -> settings(1, 1, 1, Duration.ZERO, 0), "semblance.vision.max-pixels is 0");
        assertRefused(() -> settings(9, "cpu"), "semblance.vision.smallest-face is 9");
        assertRefused(() -> settings(1001, "cpu"), "semblance.vision.smallest-face is 1001");
        assertRefused(() -> settings(20, "gpu"), "semblance.vision.device is gpu, but must be cpu or cuda");
    }

    private static void assertRefused(ThrowingCallable making, String message) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    private static VisionSettings settings(int threads, int concurrency, int queue, Duration patience, int maxPixels) {
        return new VisionSettings(
                "data",
                Optional.empty(),
                "starter",
                threads,
                Optional.of(concurrency),
                queue,
                patience,
                maxPixels,
                1,
                20,
                "cpu");
    }

    private static VisionSettings settings(int smallestFace, String device) {
        return new VisionSettings(
                "data", Optional.empty(), "starter", 1, Optional.of(1), 1, Duration.ZERO, 1, 1, smallestFace, device);
    }
}
