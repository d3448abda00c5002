package org.semblance.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;

/** Changes a page from a thread that does not serve it; the change is pushed to the browser. */
public final class OnPage {
    private OnPage() {}

    public static void run(UI ui, Command change) {
        var unused = ui.access(change);
    }
}
