package org.semblance.platform.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import java.util.List;

/** Leaves columns out that a narrow page has no room for. */
public final class NarrowPage {
    private static final int WIDE_ENOUGH_FOR_ALL_COLUMNS = 900;

    private NarrowPage() {}

    /** From now on, as long as the grid is on a page. */
    public static <T> void hide(Grid<T> grid, List<Grid.Column<T>> columns) {
        grid.addAttachListener(event -> follow(event, columns));
    }

    private static <T> void follow(AttachEvent event, List<Grid.Column<T>> columns) {
        UI ui = event.getUI();
        ui.getPage().retrieveExtendedClientDetails(details -> fit(columns, details.getWindowInnerWidth()));
        var resizing = ui.getPage().addBrowserWindowResizeListener(resized -> fit(columns, resized.getWidth()));
        event.getSource().addDetachListener(detached -> {
            detached.unregisterListener();
            resizing.remove();
        });
    }

    private static <T> void fit(List<Grid.Column<T>> columns, int width) {
        columns.forEach(column -> column.setVisible(width >= WIDE_ENOUGH_FOR_ALL_COLUMNS));
    }
}
