package org.semblance.platform.batch;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressTest {

    @Test
    void counts_refused_items_among_those_dealt_with() {
        Progress progress = Progress.of(3).plus(true).plus(false);

        assertThat(progress).isEqualTo(new Progress(3, 2, 1));
    }
}
