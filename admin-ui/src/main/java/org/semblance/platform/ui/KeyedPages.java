package org.semblance.platform.ui;

import com.vaadin.flow.component.grid.Grid;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets a grid, which counts rows, scroll over a store, which continues after keys: remembers after which key each page
 * begins, so that going on costs the store the same however far down it is.
 */
public final class KeyedPages<K, T> implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * How many rows a page has; a grid that uses this sets the same page size. What is seen at once and a little more:
     * each row costs the browser time before the first is seen.
     */
    public static final int SIZE = 25;

    /** A page of rows, and the key after which the next one begins. */
    public record Part<K, T>(List<T> items, Optional<K> next) {
        public Part {
            items = List.copyOf(items);
        }
    }

    /** Reads the page after a key; after none, the first. */
    @FunctionalInterface
    public interface Source<K, T> extends Serializable {
        Part<K, T> read(Optional<K> after, int limit);
    }

    private final Source<K, T> source;
    private final List<Optional<K>> beginnings = new ArrayList<>(List.of(Optional.empty()));

    public KeyedPages(Source<K, T> source) {
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

    /** Has a grid read its rows from here as somebody scrolls. */
    public void fill(Grid<T> grid) {
        grid.setItems(query -> rows(query.getOffset(), query.getLimit()));
        grid.getLazyDataView().setItemCountEstimate(SIZE);
    }

    private void remember(int page, Part<K, T> before) {
        if (page == beginnings.size()) {
            before.next().ifPresent(key -> beginnings.add(Optional.of(key)));
        }
    }
}
