package org.semblance.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import org.semblance.gallery.PersonId;
import org.semblance.personaldata.Subject;
import org.semblance.platform.ui.PortalIcon;

/** Everything that is held of a person, as a ZIP to be given to them; begun by whoever proves their password. */
final class ExportCard extends Div {
    private static final long serialVersionUID = 1L;

    private final transient SubjectDesk desk;
    private final transient PersonId person;
    final Button prepare =
            new Button(getTranslation("subject.export.prepare"), PortalIcon.LOCK.create(), event -> prepare());
    private final Div actions = new Div(prepare);

    ExportCard(SubjectDesk desk, PersonId person) {
        this.desk = desk;
        this.person = person;
        addClassName("card");
        actions.addClassName("account-actions");
        add(new H2(getTranslation("subject.export")), new Paragraph(getTranslation("subject.export.text")), actions);
    }

    private void prepare() {
        desk.sensitive(() -> offer(desk.access().begin(person)));
    }

    /** That it is handed out is recorded by now; the link works as long as the page is open. */
    private void offer(Subject subject) {
        DownloadHandler download = event -> write(subject, event);
        var link = new Anchor(download, getTranslation("subject.export.download"));
        link.getElement().setAttribute("download", true);
        actions.removeAll();
        actions.add(PortalIcon.DOWNLOAD.create(), link);
    }

    private void write(Subject subject, DownloadEvent event) throws IOException {
        event.setFileName("person-" + person + ".zip");
        event.setContentType("application/zip");
        desk.access().write(subject, event.getOutputStream());
    }
}
