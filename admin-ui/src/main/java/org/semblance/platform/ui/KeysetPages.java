package org.semblance.platform.ui;

import com.vaadin.flow.component.grid.Grid;
import java.io.Serializable;
import java.util.stream.Stream;
import org.semblance.platform.Page;

/** {@link KeyedPages} of a store whose keys are numbers. */
public final class KeysetPages<T> implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How many rows a page has; a grid that uses this sets the same page size. */
    public static final int SIZE = KeyedPages.SIZE;

    /** Reads the page after an id. */
    @FunctionalInterface
    public interface Source<T> extends Serializable {
        Page<T> read(long after, int limit);
    }

    private final KeyedPages<Long, T> pages;

    public KeysetPages(Source<T> source) {
        this.pages = new KeyedPages<>((after, limit) -> {
            Page<T> page = source.read(after.orElse(0L), limit);
            var next = page.next().stream().boxed().findFirst();
            return new KeyedPages.Part<>(page.items(), next);
        });
    }

    /** The rows from the given one on, fewer than asked for when there are no more. */
    public Stream<T> rows(int offset, int limit) {
        return pages.rows(offset, limit);
    }

    /** Has a grid read its rows from here as somebody scrolls. */
    public void fill(Grid<T> grid) {
        pages.fill(grid);
    }
}
