package org.semblance.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.SessionProof;
import org.semblance.identity.SessionSummary;
import org.semblance.identity.SignedInUser;
import org.semblance.identity.directory.SessionService;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Lines;
import org.semblance.platform.ui.Notice;

/** Where the user has signed in; any of it can be ended from here, but for the session that is looked from. */
final class SessionsCard extends Div {
    private static final long serialVersionUID = 1L;

    private final transient SessionService sessions;
    private final @Nullable UUID own;
    final UnorderedList list = new UnorderedList();
    final Button endOthers = new Button(getTranslation("sessions.end-others"), event -> endOthers());

    SessionsCard(SessionService sessions, SignedInUser user) {
        this.sessions = sessions;
        SessionProof session = user.session();
        this.own = session == null ? null : session.id();
        addClassName("card");
        list.addClassNames("plain-list", "session-list");
        var header = new Div(new H2(getTranslation("sessions.title")), endOthers);
        header.addClassName("card-header");
        endOthers.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add(header, list);
        show();
    }

    private void show() {
        List<SessionSummary> known = sessions.listOwn();
        list.removeAll();
        known.forEach(session -> list.add(item(session)));
        endOthers.setVisible(known.size() > 1);
    }

    private ListItem item(SessionSummary session) {
        return Lines.item(SessionLine.text(session), action(session));
    }

    private Component action(SessionSummary session) {
        return session.id().equals(own)
                ? new Badge(Badge.Tone.GOOD, getTranslation("sessions.this"))
                : SessionLine.end(session, () -> end(session));
    }

    private void end(SessionSummary session) {
        sessions.endOwn(session.id());
        show();
        Notice.success(getTranslation("sessions.ended"));
    }

    private void endOthers() {
        sessions.endOthers();
        show();
        Notice.success(getTranslation("sessions.others-ended"));
    }
}
