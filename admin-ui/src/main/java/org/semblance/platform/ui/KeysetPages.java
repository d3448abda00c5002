package org.semblance.platform.ui;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.semblance.platform.Page;

/**
 * Lets a grid, which counts rows, scroll over a store, which continues after ids: remembers after which id each page
 * begins, so that going on costs the store the same however far down it is.
 */
public final class KeysetPages<T> implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How many rows a page has; a grid that uses this sets the same page size. */
    public static final int SIZE = 50;

    /** Reads the page after an id. */
    @FunctionalInterface
    public interface Source<T> extends Serializable {
        Page<T> read(long after, int limit);
    }

    private final Source<T> source;
    private final List<Long> beginnings = new ArrayList<>(List.of(0L));

    public KeysetPages(Source<T> source) {
        this.source = source;
    }

    /** The rows from the given one on, fewer than asked for when there are no more. */
    public Stream<T> rows(int offset, int limit) {
        var rows = new ArrayList<T>();
        int end = offset + limit;
        for (int page = Math.min(offset / SIZE, beginnings.size() - 1); page * SIZE < end; page++) {
            if (page >= beginnings.size()) {
                break;
            }
            var read = source.read(beginnings.get(page), SIZE);
            remember(page + 1, read);
            int first = page * SIZE;
            for (int i = Math.max(0, offset - first); i < Math.min(read.items().size(), end - first); i++) {
                rows.add(read.items().get(i));
            }
        }
        return rows.stream();
    }

    private void remember(int page, Page<T> before) {
        if (page == beginnings.size()) {
            before.next().ifPresent(beginnings::add);
        }
    }
}
