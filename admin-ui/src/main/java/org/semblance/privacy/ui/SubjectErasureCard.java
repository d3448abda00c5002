package org.semblance.privacy.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Lines;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.TypedConfirmation;
import org.semblance.privacy.erasure.Erasure;

/** The erasure of a person: asked for already, or to be asked for by whoever types their number and proves who they are. */
final class SubjectErasureCard extends Div {
    private static final long serialVersionUID = 1L;

    private final transient SubjectDesk desk;
    private final transient PersonId person;
    final Button erase = new Button(getTranslation("erasure.request"), PortalIcon.DELETE.create(), event -> confirm());

    SubjectErasureCard(SubjectDesk desk, PersonId person) {
        this.desk = desk;
        this.person = person;
        addClassName("card");
        erase.addThemeVariants(ButtonVariant.LUMO_ERROR);
        erase.setVisible(PortalSession.permits(Permissions.ERASURE_RUN));
        add(new H2(getTranslation("erasure.title")), new Paragraph(getTranslation("erasure.text")));
        desk.erasures().findOpen(person).ifPresent(this::addOpen);
        var actions = new Div(erase);
        actions.addClassName("account-actions");
        add(actions);
    }

    private void addOpen(Erasure open) {
        add(Lines.item(
                Lines.text(
                        new Anchor(
                                "erasures/" + open.id(),
                                getTranslation("erasure.number", open.id().toString())),
                        getTranslation("erasure.due-at", LocalFormat.format(open.dueAt()))),
                ErasureTexts.badge(open)));
    }

    private void confirm() {
        new TypedConfirmation(
                        getTranslation("erasure.confirm.heading"),
                        getTranslation("erasure.confirm.text"),
                        person.toString(),
                        "erasure.request",
                        () -> desk.sensitive(this::request))
                .open();
    }

    private void request() {
        Erasure erasure = desk.erasures().request(person);
        UI.getCurrent().navigate("erasures/" + erasure.id());
    }
}
