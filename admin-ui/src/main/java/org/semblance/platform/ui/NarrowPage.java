package org.semblance.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;

/** Has components fit the room that the page has, for as long as they are on it. */
public final class NarrowPage {
    private static final int WIDE = 900;

    private NarrowPage() {}

    /** Leaves columns out that a narrow page has no room for. */
    public static <T> void hide(Grid<T> grid, List<Grid.Column<T>> columns) {
        follow(grid, isWide -> columns.forEach(column -> column.setVisible(isWide)));
    }

    /** Tells a component whether the page has room for everything. */
    public static void follow(Component component, SerializableConsumer<Boolean> isWide) {
        component.addAttachListener(attached -> {
            Page page = attached.getUI().getPage();
            page.retrieveExtendedClientDetails(details -> isWide.accept(details.getWindowInnerWidth() >= WIDE));
            var resizing = page.addBrowserWindowResizeListener(event -> isWide.accept(event.getWidth() >= WIDE));
            component.addDetachListener(detached -> {
                detached.unregisterListener();
                resizing.remove();
            });
        });
    }
}
