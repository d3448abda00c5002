package org.semblance.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.shared.Registration;

/** Tells a component whether the page has room for everything, as long as the component is on it. */
public final class PageWidth {
    private static final int WIDE = 900;

    private PageWidth() {}

    public static void follow(Component component, SerializableConsumer<Boolean> isWide) {
        component.addAttachListener(attached -> {
            Page page = attached.getUI().getPage();
            page.retrieveExtendedClientDetails(details -> isWide.accept(details.getWindowInnerWidth() >= WIDE));
            Registration resizing =
                    page.addBrowserWindowResizeListener(event -> isWide.accept(event.getWidth() >= WIDE));
            component.addDetachListener(detached -> {
                resizing.remove();
                detached.unregisterListener();
            });
        });
    }
}
