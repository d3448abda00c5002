package org.semblance.identity.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.SessionSummary;
import org.semblance.identity.directory.SessionService;
import org.semblance.identity.directory.UserSummary;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Confirmation;
import org.semblance.platform.ui.Facts;
import org.semblance.platform.ui.Lines;
import org.semblance.platform.ui.Notice;

/** How a user gets in, and where they are in: passwords and second factors to be reset, sessions to be ended. */
@CdiComponent
public class UserAccessCard extends Div {
    private static final long serialVersionUID = 1L;

    private final transient SessionService sessions;
    private final transient UserDesk desk;
    final Button resetPassword = new Button(getTranslation("user.reset-password"), event -> confirmReset());
    final Button removeFactor = new Button(getTranslation("user.remove-factor"), event -> confirmRemoval());
    final Button endAll = new Button(getTranslation("user.sessions.end-all"), event -> confirmEndAll());
    final UnorderedList list = new UnorderedList();
    final Paragraph none = new Paragraph(getTranslation("user.sessions.none"));
    private final Div credentials = new Div();
    private SerializableConsumer<UserSummary> onChanged = user -> {};
    private transient @Nullable UserSummary user;

    @Inject
    public UserAccessCard(SessionService sessions, UserDesk desk) {
        this.sessions = sessions;
        this.desk = desk;
        addClassName("card");
        list.addClassName("plain-list");
        none.addClassName("secondary");
        removeFactor.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        endAll.addThemeVariants(ButtonVariant.LUMO_SMALL);
        var actions = new Div(resetPassword, removeFactor);
        actions.addClassName("account-actions");
        actions.setVisible(UserDesk.mayManage());
        var heading = new Div(new H3(getTranslation("user.sessions")), endAll);
        heading.addClassName("card-header");
        add(new H2(getTranslation("user.access")), credentials, actions, heading, none, list);
    }

    void onChanged(SerializableConsumer<UserSummary> listener) {
        onChanged = listener;
    }

    void show(UserSummary shown) {
        user = shown;
        boolean hasFactor = shown.standing().hasSecondFactor();
        var password = shown.standing().mustChangePassword()
                ? new Badge(Badge.Tone.WARNING, getTranslation("user.state.one-time"))
                : new Badge(Badge.Tone.NEUTRAL, getTranslation("user.password.own"));
        var factor = new Badge(
                hasFactor ? Badge.Tone.GOOD : Badge.Tone.NEUTRAL,
                getTranslation(hasFactor ? "factor.on" : "factor.off"));
        credentials.removeAll();
        credentials.add(new Facts()
                .fact(getTranslation("login.password"), password)
                .fact(getTranslation("factor.title"), factor));
        resetPassword.setVisible(desk.takesPasswords());
        removeFactor.setVisible(hasFactor);
        showSessions(shown);
    }

    private void showSessions(UserSummary shown) {
        List<SessionSummary> known = sessions.list(shown.id());
        list.removeAll();
        none.setVisible(known.isEmpty());
        endAll.setVisible(UserDesk.mayManage() && !known.isEmpty());
        for (SessionSummary session : known) {
            var line = Lines.item(SessionLine.text(session));
            if (UserDesk.mayManage()) {
                line.add(SessionLine.end(session, () -> end(session.id())));
            }
            list.add(line);
        }
    }

    private void end(@Nullable UUID session) {
        sessions.end(requireUser().id(), session);
        showSessions(requireUser());
        Notice.success(getTranslation(session == null ? "user.sessions.ended" : "sessions.ended"));
    }

    private void confirmEndAll() {
        Confirmation.ask(
                getTranslation("user.sessions.end-all.heading", name()),
                getTranslation("user.sessions.end-all.text"),
                getTranslation("user.sessions.end-all"),
                () -> end(null));
    }

    private void confirmReset() {
        Confirmation.ask(
                getTranslation("user.reset-password.heading", name()),
                getTranslation("user.reset-password.text"),
                getTranslation("user.reset-password"),
                () -> desk.sensitive(this::reset));
    }

    private void reset() {
        var made = desk.users().resetPassword(requireUser().id());
        onChanged.accept(made.user());
        OneTimePasswords.show(made);
    }

    private void confirmRemoval() {
        Confirmation.ask(
                getTranslation("user.remove-factor.heading", name()),
                getTranslation("user.remove-factor.text"),
                getTranslation("user.remove-factor"),
                () -> desk.sensitive(this::removeFactor));
    }

    private void removeFactor() {
        UUID id = requireUser().id();
        sessions.removeSecondFactor(id);
        onChanged.accept(desk.users().require(id));
        Notice.success(getTranslation("user.factor-removed"));
    }

    private String name() {
        return requireUser().traits().displayName();
    }

    private UserSummary requireUser() {
        if (user == null) {
            throw new IllegalStateException("The card shows nobody");
        }
        return user;
    }
}
