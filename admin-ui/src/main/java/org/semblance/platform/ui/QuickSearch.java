package org.semblance.platform.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds things of one kind by a name or an id, for the search that reaches everything. A feature takes part by having a
 * bean of this type.
 */
public interface QuickSearch {

    /** Key of the text that says what it finds. */
    String heading();

    /** Who may find it. */
    String permission();

    /** The view that shows what is found; what cannot be shown is not looked for. */
    String path();

    /** The best that there are, by one query. */
    List<Hit> find(String text, int limit);

    /**
     * Something that was found.
     *
     * @param detail what tells it from others of its name
     * @param address where it is shown, within the portal
     * @param picture what it looks like, beside the text; null where that says nothing
     */
    record Hit(
            String text,
            String detail,
            String address,
            @Nullable Component picture) {

        public Hit(String text, String detail, String address) {
            this(text, detail, address, null);
        }
    }
}
