package org.semblance.platform.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.semblance.platform.Page;

import static org.assertj.core.api.Assertions.assertThat;

class KeysetPagesTest {
    private static final int SIZE = KeysetPages.SIZE;

    private final List<Long> reads = new ArrayList<>();
    private long rows = 2L * SIZE + 10;
    private final KeysetPages<Long> pages = new KeysetPages<>(this::read);

    @Test
    void goes_on_after_the_last_id_of_the_page_before() {
        pages.rows(0, SIZE);
        reads.clear();

        assertThat(pages.rows(SIZE, SIZE)).containsExactlyElementsOf(ids(SIZE, 2 * SIZE));

        assertThat(reads).containsExactly((long) SIZE);
    }

    @Test
    void ends_where_the_rows_end() {
        assertThat(pages.rows(2 * SIZE, SIZE)).containsExactlyElementsOf(ids(2 * SIZE, 2 * SIZE + 10));
        assertThat(pages.rows(3 * SIZE, SIZE)).isEmpty();
    }

    @Test
    void reads_a_page_anew_when_it_is_asked_for_again() {
        pages.rows(0, 2 * SIZE);
        pages.rows(0, SIZE);

        assertThat(reads).containsExactly(0L, (long) SIZE, 0L);
    }

    @Test
    void finds_rows_that_were_added_at_the_end() {
        rows = SIZE;
        pages.rows(0, SIZE);
        rows = SIZE + 1L;
        pages.rows(0, SIZE);

        assertThat(pages.rows(SIZE, SIZE)).containsExactly(SIZE + 1L);
    }

    @Test
    void cuts_a_range_out_of_several_pages() {
        assertThat(pages.rows(SIZE - 5, 10)).containsExactlyElementsOf(ids(SIZE - 5, SIZE + 5));
    }

    private Page<Long> read(long after, int limit) {
        reads.add(after);
        var fetched = ids(after, Math.min(rows, after + Page.fetchSize(limit)));
        return Page.of(fetched, limit, Long::longValue);
    }

    private static List<Long> ids(long after, long last) {
        return LongStream.rangeClosed(after + 1, last).boxed().toList();
    }
}
