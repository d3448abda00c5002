package org.semblance.vision.evaluation;

import java.util.ArrayList;
import java.util.List;

/** A table of figures, one line for each thing that was measured; prints as Markdown that is readable as it is. */
final class ReportTable {
    private final List<String> columns;
    private final List<List<String>> lines = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();

    ReportTable(String... columns) {
        this.columns = List.of(columns);
    }

    ReportTable line(String label, Figure... cells) {
        List<String> line = new ArrayList<>();
        line.add(label);
        for (var cell : cells) {
            line.add(cell.text());
            figures.add(cell);
        }
        lines.add(line);
        return this;
    }

    List<Figure> figures() {
        return List.copyOf(figures);
    }

    @Override
    public String toString() {
        int[] widths = columns.stream().mapToInt(String::length).toArray();
        for (var line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        var text = new StringBuilder();
        write(text, columns, widths);
        write(text, dashes(widths), widths);
        lines.forEach(line -> write(text, line, widths));
        return text.toString();
    }

    private static List<String> dashes(int[] widths) {
        List<String> dashes = new ArrayList<>();
        for (int width : widths) {
            dashes.add("-".repeat(width));
        }
        return dashes;
    }

    private static void write(StringBuilder text, List<String> cells, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            text.append("| ")
                    .append(cells.get(i))
                    .append(" ".repeat(widths[i] - cells.get(i).length() + 1));
        }
        text.append('|').append(System.lineSeparator());
    }
}
