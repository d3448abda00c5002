package org.semblance.transfer.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.transfer.ArchiveRefusedException;

/** Takes comma-separated text (RFC 4180) apart, a record at a time: quoted cells hold commas, line ends and quotes. */
final class CsvRecords {
    private static final int LONGEST_CELL = 10_000;
    private static final int MOST_CELLS = 100;

    private final BufferedReader text;
    private char separator = ',';
    private int next;
    private long line = 1;
    private long began;

    CsvRecords(Reader text) throws IOException {
        this.text = new BufferedReader(text);
        this.next = this.text.read();
        if (next == '\uFEFF') {
            next = this.text.read();
        }
    }

    /** Spreadsheets of many countries write semicolons; the first line tells. */
    List<String> header() throws IOException {
        var cells = record();
        if (cells != null && cells.size() == 1 && cells.get(0).contains(";")) {
            separator = ';';
            return List.of(cells.get(0).split(";", -1));
        }
        return cells == null ? List.of() : cells;
    }

    /** The line that the latest record began on, from 1. */
    long line() {
        return began;
    }

    /** The next record that is not blank; null at the end. */
    @Nullable
    List<String> record() throws IOException {
        while (next >= 0) {
            began = line;
            var cells = cells();
            if (cells.size() > 1 || !cells.get(0).isBlank()) {
                return cells;
            }
        }
        return null;
    }

    private List<String> cells() throws IOException {
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (next == separator) {
            advance();
            cells.add(cell());
            if (cells.size() > MOST_CELLS) {
                throw refused("has more than " + MOST_CELLS + " cells");
            }
        }
        if (next == '\r') {
            advance();
        }
        if (next == '\n') {
            advance();
        }
        return cells;
    }

    private String cell() throws IOException {
        var cell = new StringBuilder();
        if (next == '"') {
            quoted(cell);
        } else {
            while (!isEnd()) {
                append(cell);
            }
        }
        return cell.toString().strip();
    }

    private void quoted(StringBuilder cell) throws IOException {
        advance();
        while (next >= 0) {
            if (next == '"') {
                advance();
                if (next != '"') {
                    if (!isEnd()) {
                        throw refused("something follows a closing quotation mark; double the marks of the text");
                    }
                    return;
                }
            }
            append(cell);
        }
        throw refused("a quotation mark is never closed");
    }

    private boolean isEnd() {
        return next < 0 || next == separator || next == '\r' || next == '\n';
    }

    private void append(StringBuilder cell) throws IOException {
        if (cell.length() == LONGEST_CELL) {
            throw refused("a cell has more than " + LONGEST_CELL + " characters");
        }
        cell.append((char) next);
        advance();
    }

    private void advance() throws IOException {
        line += next == '\n' ? 1 : 0;
        next = text.read();
    }

    private ArchiveRefusedException refused(String what) {
        return new ArchiveRefusedException("Line " + line + " of the list: " + what);
    }
}
