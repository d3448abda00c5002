package org.semblance.platform;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A line of a file for spreadsheets. */
public final class CsvLine {
    /** What a spreadsheet takes for the beginning of a formula, in its wide forms too. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private CsvLine() {}

    /** Every cell in quotes (RFC 4180); one that a spreadsheet would compute begins with an apostrophe. */
    public static String of(List<? extends @Nullable String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable String value) {
        String text = Objects.requireNonNullElse(value, "");
        boolean isFormula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return '"' + (isFormula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
