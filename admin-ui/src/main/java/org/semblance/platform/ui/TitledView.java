package org.semblance.platform.ui;

import com.vaadin.flow.router.HasDynamicTitle;
import java.util.List;

/** A view with a title of its own, shown in the portal's bar and in the browser's tab. */
public interface TitledView extends HasDynamicTitle {

    /** What the user is looking at, in the user's language. */
    String title();

    /** The views above this one, the uppermost first. */
    default List<Crumb> trail() {
        return List.of();
    }

    /** The keys that do something here, for the sheet that lists them. */
    default List<Shortcut> shortcuts() {
        return List.of();
    }

    @Override
    default String getPageTitle() {
        return title() + " · Semblance";
    }
}
