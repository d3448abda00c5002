package org.semblance.platform.ui;

import com.vaadin.flow.component.Component;

/** A view that is worth reading again now and then: on news, and once a minute while somebody is there. */
public interface LiveView {

    /** Reads again what is shown, in a request of the user. */
    void refresh();

    /** Has the page read its view again in a moment, for what goes on under the user's eyes; each time anew. */
    static void soon(Component part) {
        part.getElement().executeJs("window.semblanceShell.soon()");
    }
}
