package org.semblance.surveillance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.function.SerializableConsumer;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.surveillance.event.Recorded;

/** Remembers the newest event that a list shows, and tells what is newer. */
public final class Newest implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String IS_AT_TOP = """
            const grid = this.querySelector('vaadin-grid');
            const table = grid && grid.shadowRoot.querySelector('#table');
            return !table || table.scrollTop < 8;
            """;

    private @Nullable UUID top;
    private boolean isKnown;

    /** Remembers the first of the first page. */
    public void remember(List<? extends Recorded> firstPage) {
        top = firstPage.isEmpty() ? null : firstPage.get(0).id();
        isKnown = true;
    }

    /** How many of the first page, as it is now, are newer. */
    public int count(List<? extends Recorded> firstPage) {
        if (!isKnown) {
            return 0;
        }
        int newer = 0;
        while (newer < firstPage.size() && !firstPage.get(newer).id().equals(top)) {
            newer++;
        }
        return newer;
    }

    /** Asks the browser whether the beginning of the view's grid is in sight, and goes on in a request of the user. */
    public static void whetherAtTop(Component view, SerializableConsumer<Boolean> then) {
        view.getElement().executeJs(IS_AT_TOP).then(Boolean.class, then);
    }
}
