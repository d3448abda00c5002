package org.semblance.vision.evaluation;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the operator asked for.
 *
 * @param border black around each picture before faces are looked for, as a share of its width and height
 * @param detectorThreshold instead of the pack's own
 */
record EvaluationOptions(
        String pack,
        Path pairs,
        Path images,
        Optional<Path> identities,
        float border,
        int threads,
        Optional<Float> detectorThreshold,
        Optional<Path> roc,
        Optional<Path> csv,
        Optional<Path> json) {

    static final String USAGE = """
            Usage: models evaluate PACK --pairs FILE.csv --images DIRECTORY [OPTION…]

            Measures how well a model pack finds faces and tells people apart, on your own labelled pictures.

              --pairs FILE               CSV with the columns image1,image2,same (1 or 0); others are ignored
              --images DIRECTORY         what the names of the pictures are relative to
              --identities FILE          CSV with the columns image,identity,role (gallery, probe, unknown_probe or nothing)
              --border SHARE             black around each picture before faces are looked for; 0.25 for tight crops
              --threads COUNT            pictures that are worked on at once; as many as there are processors
              --detector-threshold SHARE instead of the pack's own
              --roc FILE.png             a picture of true against false accepts
              --csv FILE, --json FILE    all figures for programs
            """;

    private static final List<String> KNOWN = List.of(
            "--pairs",
            "--images",
            "--identities",
            "--border",
            "--threads",
            "--detector-threshold",
            "--roc",
            "--csv",
            "--json");

    /** Refuses wrong arguments by name with an {@link IllegalArgumentException}. */
    static EvaluationOptions parse(List<String> arguments) {
        String pack = null;
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (KNOWN.contains(argument)) {
                if (i + 1 == arguments.size()) {
                    throw new IllegalArgumentException(argument + " needs a value");
                }
                values.put(argument, arguments.get(++i));
            } else if (pack == null && !argument.startsWith("-")) {
                pack = argument;
            } else {
                throw new IllegalArgumentException(argument + " is not understood");
            }
        }
        if (pack == null) {
            throw new IllegalArgumentException("Name the model pack to evaluate");
        }
        return of(pack, values);
    }

    private static EvaluationOptions of(String pack, Map<String, String> values) {
        var missing = new TreeSet<>(List.of("--pairs", "--images"));
        missing.removeAll(values.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(String.join(" and ", missing) + " must be given");
        }
        int processors = Runtime.getRuntime().availableProcessors();
        return new EvaluationOptions(
                pack,
                path(values, "--pairs").orElseThrow(),
                path(values, "--images")
                        .filter(Files::isDirectory)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "--images " + values.get("--images") + " is no directory")),
                path(values, "--identities"),
                number(values, "--border", 0, 1).orElse(0.0).floatValue(),
                number(values, "--threads", 1, 256).orElse((double) processors).intValue(),
                number(values, "--detector-threshold", 0.01, 0.99).map(Double::floatValue),
                path(values, "--roc"),
                path(values, "--csv"),
                path(values, "--json"));
    }

    private static Optional<Path> path(Map<String, String> values, String name) {
        try {
            return Optional.ofNullable(values.get(name)).map(Path::of);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(name + " " + values.get(name) + " is no path", e);
        }
    }

    private static Optional<Double> number(Map<String, String> values, String name, double least, double most) {
        String text = values.get(name);
        if (text == null) {
            return Optional.empty();
        }
        String allowed = name + " is " + text + ", but must be a number from " + least + " to " + most;
        try {
            double number = Double.parseDouble(text);
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(allowed, e);
        }
        throw new IllegalArgumentException(allowed);
    }
}
