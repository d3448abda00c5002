package org.semblance.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.server.Command;

/** Changes a page from a thread that does not serve it; the change is pushed to the browser. */
public final class OnPage {
    private OnPage() {}

    /** A page that was left meanwhile has nobody to be told. */
    public static void run(UI ui, Command change) {
        run(ui, change, () -> {});
    }

    /** What to do instead when the page was left: nobody holds its lock then. */
    public static void run(UI ui, Command change, SerializableRunnable whenLeft) {
        ui.accessLater(change::execute, whenLeft).run();
    }
}
