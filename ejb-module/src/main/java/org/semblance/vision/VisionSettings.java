package org.semblance.vision;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.semblance.platform.Threads;

/** How much the vision feature may use, and which models it uses; wrong values stop the start. */
@Dependent
public class VisionSettings {
    private static final int MOST_PIXELS = 500_000_000;

    private final Path modelsDirectory;
    private final String activePack;
    private final Execution execution;
    private final int maxConcurrency;
    private final int maxQueue;
    private final Duration patience;
    private final int maxPixels;
    private final int maxBytes;
    private final int smallestFace;

    @Inject
    public VisionSettings(
            @ConfigProperty(name = "semblance.data.directory") String dataDirectory,
            @ConfigProperty(name = "semblance.models.directory") Optional<String> modelsDirectory,
            @ConfigProperty(name = "semblance.models.active", defaultValue = "starter") String activePack,
            @ConfigProperty(name = "semblance.vision.threads", defaultValue = "1") int threads,
            @ConfigProperty(name = "semblance.vision.max-concurrency") Optional<Integer> maxConcurrency,
            @ConfigProperty(name = "semblance.vision.max-queue", defaultValue = "64") int maxQueue,
            @ConfigProperty(name = "semblance.vision.patience", defaultValue = "PT10S") Duration patience,
            @ConfigProperty(name = "semblance.vision.max-pixels", defaultValue = "50000000") int maxPixels,
            @ConfigProperty(name = "semblance.vision.max-bytes", defaultValue = "26214400") int maxBytes,
            @ConfigProperty(name = "semblance.vision.smallest-face", defaultValue = "20") int smallestFace,
            @ConfigProperty(name = "semblance.vision.device", defaultValue = "cpu") String device) {
        this.modelsDirectory = modelsDirectory.map(Path::of).orElseGet(() -> Path.of(dataDirectory)
                .resolve("models"));
        this.activePack = activePack;
        this.execution = new Execution(device(device), between("semblance.vision.threads", threads, 1, 256));
        this.maxConcurrency =
                between("semblance.vision.max-concurrency", maxConcurrency.orElseGet(Threads::computing), 1, 1024);
        this.maxQueue = between("semblance.vision.max-queue", maxQueue, 0, 100_000);
        this.patience = patience;
        this.maxPixels = between("semblance.vision.max-pixels", maxPixels, 1, MOST_PIXELS);
        this.maxBytes = between("semblance.vision.max-bytes", maxBytes, 1, Integer.MAX_VALUE - 8);
        this.smallestFace = between("semblance.vision.smallest-face", smallestFace, 10, 1000);
        if (patience.isNegative() || patience.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException(
                    "semblance.vision.patience is " + patience + ", but must lie between PT0S and PT10M");
        }
    }

    private static int between(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    key + " is " + value + ", but must lie between " + least + " and " + most);
        }
        return value;
    }

    private static Execution.Device device(String name) {
        return switch (name) {
            case "cpu" -> Execution.Device.CPU;
            case "cuda" -> Execution.Device.CUDA;
            default ->
                throw new IllegalArgumentException("semblance.vision.device is " + name + ", but must be cpu or cuda");
        };
    }

    /** Where model packs lie, each in a directory of its own. */
    public Path modelsDirectory() {
        return modelsDirectory;
    }

    /** Name of the pack that photos are analyzed with. */
    public String activePack() {
        return activePack;
    }

    /** What models run on. */
    public Execution execution() {
        return execution;
    }

    /** Analyses that run at once. */
    public int maxConcurrency() {
        return maxConcurrency;
    }

    /** Analyses that may wait for their turn; more are refused at once. */
    public int maxQueue() {
        return maxQueue;
    }

    /** How long an analysis waits for its turn before it is refused. */
    public Duration patience() {
        return patience;
    }

    /** Pixels that a photo may declare. */
    public int maxPixels() {
        return maxPixels;
    }

    /** Bytes that a photo may have. */
    public int maxBytes() {
        return maxBytes;
    }

    /** Length of the smallest face that is looked for, in pixels of the photo. */
    public int smallestFace() {
        return smallestFace;
    }

    /** Bytes of memory that all photos being decoded may take together: half of the heap. */
    public long maxMemory() {
        return Runtime.getRuntime().maxMemory() / 2;
    }
}
