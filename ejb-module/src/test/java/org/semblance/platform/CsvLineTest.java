package org.semblance.platform;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvLineTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"})
    void no_cell_is_a_formula(String cell) {
        assertThat(CsvLine.of(Arrays.asList(cell))).isEqualTo("\"'" + cell + "\"\r\n");
    }

    @Test
    void quotes_commas_and_lines_stay_within_their_cell() {
        assertThat(CsvLine.of(Arrays.asList("a\"b", "c,d", "e\nf", null)))
                .isEqualTo("\"a\"\"b\",\"c,d\",\"e\nf\",\"\"\r\n");
    }
}
