package org.semblance.platform.ui;

import com.vaadin.flow.component.grid.Grid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.semblance.portal.PortalTest;

import static org.assertj.core.api.Assertions.assertThat;

class TimeColumnTest extends PortalTest {
    private static final Pattern FORMATTED = Pattern.compile("LocalFormat(\\.|::)(format|precise)\\b");

    private final Grid<Instant> grid = new Grid<>();

    @Test
    void keeps_its_room_whatever_the_others_need() {
        var column = TimeColumn.toTheSecond(grid.addColumn(LocalFormat::precise));

        assertThat(column.getFlexGrow()).isZero();
        assertThat(column.getWidth()).startsWith("clamp(9.5rem").endsWith("16rem)");
    }

    @Test
    void goes_on_two_lines_on_a_narrow_page() {
        var column = TimeColumn.toTheMinute(grid.addColumn(LocalFormat::format));

        assertThat(column.getPartNameGenerator().apply(Instant.EPOCH)).isEqualTo("time");
    }

    /** Numbers are set flush right, cells of several lines have room; whatever else is formatted in a column is a time. */
    @Test
    void every_grid_gives_its_times_that_room() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var times = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(TimeColumnTest::statements)
                    .filter(statement -> statement.contains("addColumn("))
                    .filter(statement -> FORMATTED.matcher(statement).find())
                    .filter(statement -> !statement.contains("ColumnTextAlign.END"))
                    .filter(statement -> !statement.contains("Cells.lines("));

            assertThat(times).hasSizeGreaterThan(8).allMatch(statement -> statement.contains("TimeColumn."));
        }
    }

    private static Stream<String> statements(Path file) {
        try {
            return Arrays.stream(Files.readString(file).split(";"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
