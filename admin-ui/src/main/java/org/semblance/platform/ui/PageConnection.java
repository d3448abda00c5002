package org.semblance.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What a page says while the server cannot be reached, and how patiently it tries to reach it again. */
@ApplicationScoped
public class PageConnection implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;

    /** Ten minutes: longer than a restart of the server. */
    private static final int ATTEMPTS = 200;

    private static final int INTERVAL_MILLIS = 3_000;

    /** By itself the client says it for two seconds only. */
    private static final String KEEP_SAYING_SO =
            "if (window.Vaadin.connectionIndicator) { window.Vaadin.connectionIndicator.expandedDuration = 600000; }";

    @Override
    public void serviceInit(@Observes ServiceInitEvent event) {
        event.getSource().addUIInitListener(created -> settle(created.getUI()));
    }

    private static void settle(UI ui) {
        var dialog = ui.getReconnectDialogConfiguration();
        dialog.setDialogText(ui.getTranslation("session.reconnecting"));
        dialog.setDialogTextGaveUp(ui.getTranslation("session.gave-up"));
        dialog.setReconnectAttempts(ATTEMPTS);
        dialog.setReconnectInterval(INTERVAL_MILLIS);
        ui.getPage().executeJs(KEEP_SAYING_SO);
    }
}
