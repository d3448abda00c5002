package org.semblance.vision;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Vision settings for tests: the defaults, but for what a test is about. */
public final class TestSettings {
    private Path models = Path.of("nowhere");
    private String activePack = "starter";
    private int concurrency = 2;
    private int queue = 64;
    private Duration patience = Duration.ofSeconds(10);
    private int maxPixels = 50_000_000;
    private String device = "cpu";

    public static TestSettings settings() {
        return new TestSettings();
    }

    public TestSettings models(Path directory) {
        models = directory;
        return this;
    }

    public TestSettings activePack(String name) {
        activePack = name;
        return this;
    }

    public TestSettings concurrency(int analyses) {
        concurrency = analyses;
        return this;
    }

    public TestSettings queue(int analyses) {
        queue = analyses;
        return this;
    }

    public TestSettings patience(Duration duration) {
        patience = duration;
        return this;
    }

    public TestSettings maxPixels(int pixels) {
        maxPixels = pixels;
        return this;
    }

    public TestSettings device(String name) {
        device = name;
        return this;
    }

    public VisionSettings build() {
        return new VisionSettings(
                "data",
                Optional.of(models.toString()),
                activePack,
                1,
                Optional.of(concurrency),
                queue,
                patience,
                maxPixels,
                26_214_400,
                20,
                device);
    }
}
