package org.semblance.vision.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Two pictures by number, and whether they show the same person. */
record LabelledPair(int first, int second, boolean same) {

    static List<LabelledPair> read(Path file, Pictures pictures) {
        List<LabelledPair> pairs = new ArrayList<>();
        CsvFile.read(file).forEach(List.of("image1", "image2", "same"), (line, cells) -> {
            boolean same = isYes(cells.get(2));
            if (cells.get(0).equals(cells.get(1))) {
                throw new IllegalArgumentException("pairs " + cells.get(0) + " with itself");
            }
            pairs.add(new LabelledPair(pictures.number(cells.get(0)), pictures.number(cells.get(1)), same));
        });
        if (pairs.isEmpty()) {
            throw new EvaluationException(file + " holds no pairs");
        }
        return pairs;
    }

    private static boolean isYes(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes" -> true;
            case "0", "false", "no" -> false;
            default ->
                throw new IllegalArgumentException(
                        "same is \"" + cell + "\", but must be 1, true or yes, or else 0, false or no");
        };
    }
}
