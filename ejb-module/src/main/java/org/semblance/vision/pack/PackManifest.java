package org.semblance.vision.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.semblance.vision.FalseAcceptRate;
import org.semblance.vision.Thresholds;
import org.semblance.vision.pixels.ColourOrder;

/** Reads {@code pack.yaml}; anything that it does not know or that lies out of bounds is refused by name. */
final class PackManifest {
    static final Pattern LINE = Pattern.compile("\\S.{0,499}");
    static final Pattern ADDRESS = Pattern.compile("https://[^\\s<>\"']{1,400}");
    static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+-]{0,30}");
    private static final Pattern MODEL_NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
    static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    static final Pattern FILE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]*(/[0-9A-Za-z][0-9A-Za-z._-]*)*");

    private static final int MOST_LIVENESS_MODELS = 8;

    private static final int USUAL_CLOSER_LOOKS = 8;

    private final Path directory;
    private final Mapping mapping;

    private PackManifest(Path directory, Mapping mapping) {
        this.directory = directory;
        this.mapping = mapping;
    }

    static ModelPack read(Path manifest) {
        var directory = manifest.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IllegalArgumentException("A manifest lies in a directory, unlike " + manifest);
        }
        return new PackManifest(directory, Mapping.read(manifest)).pack();
    }

    private ModelPack pack() {
        String name = mapping.text("name", ModelPacks.NAME, "lower-case letters, digits, dots, dashes, underscores");
        if (!name.equals(directory.getFileName().toString())) {
            throw mapping.refuse(
                    "name", "is " + name + ", but must be the name of its directory, " + directory.getFileName());
        }
        var pack = new ModelPack(
                name,
                mapping.text("version", VERSION, "digits, letters, dots, dashes"),
                licence(mapping),
                mapping.text("description", LINE, "one line of text"),
                detector(mapping.mapping("detector")),
                embedder(mapping.mapping("embedder")),
                thresholds(mapping.mapping("thresholds")),
                mapping.has("liveness") ? liveness(mapping.mapping("liveness")) : null);
        mapping.complete();
        return pack;
    }

    static Licence licence(Mapping mapping) {
        return new Licence(
                mapping.text("licence", LINE, "one line of text"),
                mapping.has("licence-url") ? mapping.text("licence-url", ADDRESS, "an https address") : null,
                mapping.has("licence-restricted") && mapping.flag("licence-restricted"));
    }

    private DetectorSpec detector(Mapping detector) {
        var spec = new DetectorSpec(
                file(detector),
                detector.choice("decoder", DetectorFamily.class),
                input(detector.mapping("input")),
                detector.wholeNumber("longest-side", 64, 4096),
                (float) detector.number("score-threshold", 0.01, 0.99),
                (float) detector.number("overlap-threshold", 0.05, 0.95),
                detector.has("closer-looks") ? detector.wholeNumber("closer-looks", 0, 100) : USUAL_CLOSER_LOOKS);
        detector.complete();
        return spec;
    }

    private EmbedderSpec embedder(Mapping embedder) {
        var spec = new EmbedderSpec(
                embedder.text("name", MODEL_NAME, "lower-case letters, digits, dots, dashes, underscores"),
                file(embedder),
                input(embedder.mapping("input")),
                embedder.wholeNumber("dimension", 16, 4096),
                embedder.has("output") ? embedder.text("output", LINE, "the name of an output of the model") : null);
        embedder.complete();
        return spec;
    }

    private static InputSpec input(Mapping input) {
        var spec = new InputSpec(
                input.choice("colours", ColourOrder.class),
                input.numbers("mean", List.of(-255.0, 255.0)),
                input.numbers("deviation", List.of(0.001, 1000.0)));
        input.complete();
        return spec;
    }

    private static Thresholds thresholds(Mapping thresholds) {
        Map<FalseAcceptRate, Double> measured = new EnumMap<>(FalseAcceptRate.class);
        double last = -1;
        for (var rate : FalseAcceptRate.values()) {
            boolean optional = rate.compareTo(FalseAcceptRate.ONE_IN_TEN_THOUSAND) > 0;
            if (optional && !thresholds.has(rate.code())) {
                break;
            }
            double threshold = thresholds.number(rate.code(), -1, 1);
            if (threshold < last) {
                throw thresholds.refuse(rate.code(), "must not be lower: fewer false accepts, higher threshold");
            }
            measured.put(rate, threshold);
            last = threshold;
        }
        thresholds.complete();
        return new Thresholds(measured);
    }

    private LivenessSpec liveness(Mapping liveness) {
        List<LivenessSpec.Model> models = new ArrayList<>();
        for (Mapping model : liveness.mappings("models", MOST_LIVENESS_MODELS)) {
            models.add(new LivenessSpec.Model(file(model), model.number("crop", 1, 10)));
            model.complete();
        }
        var spec = new LivenessSpec(
                liveness.choice("decoder", LivenessFamily.class), models, liveness.number("threshold", 0.01, 0.99));
        liveness.complete();
        return spec;
    }

    private ModelFile file(Mapping model) {
        String name = model.text("file", FILE, "a file inside the pack, as a relative path");
        var path = directory.resolve(name);
        if (!Files.isRegularFile(path)) {
            throw model.refuse("file", "is " + name + ", but there is no such file in " + directory);
        }
        try {
            if (!path.toRealPath().startsWith(directory.toRealPath())) {
                throw model.refuse("file", "is " + name + ", which leads out of " + directory);
            }
        } catch (IOException e) {
            throw new InvalidPackException(path + " cannot be read: " + e, e);
        }
        return new ModelFile(path, model.text("sha256", SHA_256, "64 lower-case hexadecimal digits"));
    }
}
