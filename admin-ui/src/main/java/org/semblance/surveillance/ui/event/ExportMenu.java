package org.semblance.surveillance.ui.event;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.surveillance.event.EventExport;
import org.semblance.surveillance.event.RecognitionFormat;

/** Carries away what the list shows, all of it, as a file; that it was is in the audit log. */
final class ExportMenu extends MenuBar {
    private static final long serialVersionUID = 1L;

    private final transient EventExport export;
    private final SerializableSupplier<EventsAddress> shown;

    ExportMenu(EventExport export, SerializableSupplier<EventsAddress> shown) {
        this.export = export;
        this.shown = shown;
        addClassName("export-menu");
        var opener = new Div(PortalIcon.DOWNLOAD.create(), new Span(getTranslation("events.export")));
        opener.addClassName("menu-entry");
        MenuItem menu = addItem(opener);
        for (RecognitionFormat format : RecognitionFormat.values()) {
            DownloadHandler download = event -> write(format, event);
            var link = new Anchor(download, getTranslation("events.export." + format.code()));
            link.addClassName("export-link");
            menu.getSubMenu().addItem(link);
        }
        setVisible(PortalSession.permits(Permissions.EVENT_EXPORT));
    }

    private void write(RecognitionFormat format, DownloadEvent event) throws IOException {
        var begun = export.begin(shown.get().query(), format.code());
        event.setFileName(format.fileName());
        event.setContentType(format.mediaType());
        export.write(begun, format, event.getOutputStream());
    }
}
