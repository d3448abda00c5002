package org.semblance.vision.evaluation;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A comma-separated file as RFC 4180 has it, in UTF-8, whose first line names the columns. Everything that is wrong with
 * it is collected and told at once, each time with the line.
 */
final class CsvFile {
    private static final int MOST_PROBLEMS_TOLD = 50;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<CsvRecords.Row> rows;
    private final List<String> problems = new ArrayList<>();

    private CsvFile(Path file, List<CsvRecords.Row> rows) {
        this.file = file;
        this.rows = rows;
    }

    static CsvFile read(Path file) {
        var rows = CsvRecords.parse(file, text(file));
        if (rows.isEmpty()) {
            throw new EvaluationException(file + " is empty; its first line must name the columns");
        }
        var csv = new CsvFile(file, rows.subList(1, rows.size()));
        var header = rows.get(0).cells();
        for (int i = 0; i < header.size(); i++) {
            csv.columns.putIfAbsent(header.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        return csv;
    }

    private static String text(Path file) {
        try {
            String text = Files.readString(file);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new EvaluationException(file + " is not in UTF-8; save it again as UTF-8", e);
        } catch (IOException e) {
            throw new EvaluationException(file + " cannot be read: " + e, e);
        }
    }

    /** Hands the wanted cells of each row to the reader; whatever it finds wrong with them is a problem of that line. */
    void forEach(List<String> wanted, BiConsumer<Integer, List<String>> reader) {
        int[] places = places(wanted);
        for (var row : rows) {
            try {
                reader.accept(row.line(), cells(row, places));
            } catch (IllegalArgumentException e) {
                problems.add(file + " line " + row.line() + ": " + e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new EvaluationException(told());
        }
    }

    private int[] places(List<String> wanted) {
        var missing = wanted.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new EvaluationException(file + " line 1: no column " + String.join(", ", missing)
                    + "; the first line must be " + String.join(",", wanted) + ", with any others behind");
        }
        return wanted.stream().mapToInt(columns::get).toArray();
    }

    private static List<String> cells(CsvRecords.Row row, int[] places) {
        List<String> cells = new ArrayList<>(places.length);
        for (int place : places) {
            if (place >= row.cells().size()) {
                throw new IllegalArgumentException("has " + row.cells().size() + " cells, but needs " + (place + 1));
            }
            cells.add(row.cells().get(place).strip());
        }
        return cells;
    }

    private String told() {
        int more = problems.size() - MOST_PROBLEMS_TOLD;
        String told = String.join("\n", problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS_TOLD)));
        return more > 0 ? told + "\nand " + more + " more lines like these" : told;
    }
}
