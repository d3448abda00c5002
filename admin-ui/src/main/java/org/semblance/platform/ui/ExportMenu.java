package org.semblance.platform.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.server.streams.DownloadHandler;

/** Carries away what a list shows, all of it, in one of several forms. */
public final class ExportMenu extends MenuBar {
    private static final long serialVersionUID = 1L;

    private final MenuItem menu;

    public ExportMenu() {
        addClassName("export-menu");
        var opener = new Div(PortalIcon.DOWNLOAD.create(), new Span(getTranslation("action.export")));
        opener.addClassName("menu-entry");
        menu = addItem(opener);
    }

    /** A form in which it can be had. */
    public ExportMenu with(String name, DownloadHandler download) {
        var link = new Anchor(download, name);
        link.addClassName("export-link");
        menu.getSubMenu().addItem(link);
        return this;
    }
}
