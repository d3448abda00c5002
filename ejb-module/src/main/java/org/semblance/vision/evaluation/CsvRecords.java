package org.semblance.vision.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Takes comma-separated text apart: cells in quotes may hold commas, line ends and doubled quotes. */
final class CsvRecords {
    private final Path file;
    private final String text;
    private int at;
    private int line = 1;

    /**
     * One row that is not blank.
     *
     * @param line that it begins on, from 1
     */
    record Row(int line, List<String> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        private boolean isBlank() {
            return cells.size() == 1 && cells.get(0).isBlank();
        }
    }

    private CsvRecords(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    static List<Row> parse(Path file, String text) {
        var records = new CsvRecords(file, text);
        List<Row> rows = new ArrayList<>();
        while (records.at < text.length()) {
            var row = records.row();
            if (!row.isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Row row() {
        int first = line;
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            cells.add(cell());
        }
        endLine();
        return new Row(first, cells);
    }

    private void endLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        line++;
    }

    private String cell() {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        int first = line;
        var cell = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '"' && !(at + 1 < text.length() && text.charAt(at + 1) == '"')) {
                at++;
                return endOfQuoted(cell.toString());
            }
            at += letter == '"' ? 1 : 0;
            line += letter == '\n' ? 1 : 0;
            cell.append(letter);
        }
        throw new EvaluationException(file + " line " + first + ": the quotation mark is never closed");
    }

    private String endOfQuoted(String cell) {
        if (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            throw new EvaluationException(file + " line " + line
                    + ": something follows a closing quotation mark; double the marks that belong to the text");
        }
        return cell;
    }
}
