package org.semblance.platform.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;

/** The one list that a view is about: it fills the view, and its rows are looked at rather than chosen. */
public class ListGrid<T> extends Grid<T> {
    private static final long serialVersionUID = 1L;

    public ListGrid() {
        addClassName("list-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        setSelectionMode(SelectionMode.NONE);
        setPageSize(KeyedPages.SIZE);
    }
}
