package org.semblance.platform.ui;

import com.vaadin.flow.router.HasDynamicTitle;

/** A view with a title of its own, shown in the portal's bar and in the browser's tab. */
public interface TitledView extends HasDynamicTitle {

    /** What the user is looking at, in the user's language. */
    String title();

    @Override
    default String getPageTitle() {
        return title() + " · Semblance";
    }
}
