package org.semblance.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.Lines;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.privacy.Consent;
import org.semblance.privacy.ConsentService;

/** What a person has agreed to and taken back, as it was recorded. */
final class ConsentsCard extends Div {
    private static final long serialVersionUID = 1L;

    private final transient ConsentService consents;
    private final transient PersonId person;
    final Paragraph suspended = new Paragraph();
    final Paragraph none = new Paragraph(getTranslation("consents.none"));
    final UnorderedList list = new UnorderedList();
    final Button grant =
            new Button(getTranslation("consent.record"), PortalIcon.ADD.create(), event -> open(Consent.State.GRANTED));
    final Button withdraw = new Button(getTranslation("consent.withdraw"), event -> open(Consent.State.WITHDRAWN));
    final Button more = new Button(getTranslation("action.more"), event -> showMore());
    private long after;

    ConsentsCard(ConsentService consents, PersonId person) {
        this.consents = consents;
        this.person = person;
        addClassName("card");
        list.addClassName("plain-list");
        none.addClassName("secondary");
        suspended.addClassName("text-warning");
        var actions = new Div(grant, withdraw);
        actions.addClassName("account-actions");
        actions.setVisible(PortalSession.permits(Permissions.CONSENT_MANAGE));
        add(new H2(getTranslation("consents.title")), suspended, none, list, more, actions);
        show();
    }

    private void show() {
        after = 0;
        list.removeAll();
        showMore();
        Optional<Instant> since = consents.suspendedAt(person);
        suspended.setVisible(since.isPresent());
        since.ifPresent(at -> suspended.setText(getTranslation("consent.suspended", LocalFormat.format(at))));
    }

    private void showMore() {
        Page<Consent> page = consents.list(person, after, Page.MAX_LIMIT);
        List<Consent> items = page.items();
        items.forEach(consent -> list.addComponentAsFirst(
                Lines.item(Lines.text(purpose(consent), told(consent), evidence(consent)), badge(consent))));
        after = page.next().orElse(after);
        more.setVisible(page.next().isPresent());
        none.setVisible(list.getChildren().findAny().isEmpty());
    }

    private static String purpose(Consent consent) {
        return Codes.of("consent.purpose.", consent.said().purpose());
    }

    private String told(Consent consent) {
        return getTranslation(
                "consent.told",
                LocalFormat.format(consent.saidAt()),
                Codes.of("consent.channel.", consent.said().channel()),
                consent.said().textVersion(),
                consent.said().locale(),
                consent.recordedBy());
    }

    private static String evidence(Consent consent) {
        return Objects.requireNonNullElse(consent.said().evidence().reference(), "");
    }

    private static Badge badge(Consent consent) {
        boolean granted = consent.said().state() == Consent.State.GRANTED;
        return new Badge(
                granted ? Badge.Tone.GOOD : Badge.Tone.WARNING,
                Codes.of("consent.state.", consent.said().state()));
    }

    private void open(Consent.State state) {
        new ConsentDialog(consents, person, state, this::show).open();
    }
}
