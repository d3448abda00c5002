package org.semblance.identity.ui;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Objects;
import org.semblance.identity.directory.DepartmentSummary;
import org.semblance.identity.directory.UserSummary;
import org.semblance.identity.directory.UserTraits;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.ui.Confirmation;
import org.semblance.platform.ui.Facts;
import org.semblance.platform.ui.Lines;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;

/** Who a user is, and whether they may sign in. */
final class UserProfileCard extends Div {
    private static final long serialVersionUID = 1L;

    private final transient UserDesk desk;
    private final SerializableConsumer<UserSummary> onChanged;

    UserProfileCard(UserDesk desk, SerializableConsumer<UserSummary> onChanged) {
        this.desk = desk;
        this.onChanged = onChanged;
        addClassName("card");
    }

    void show(UserSummary user) {
        removeAll();
        UserTraits traits = user.traits();
        var name = new Div(new Avatar(traits.displayName()), Lines.text(new H2(traits.displayName()), user.username()));
        name.addClassName("person-name");
        var header = new Div(name, UserTexts.badge(user));
        header.addClassName("card-header");
        var standing = user.standing();
        var facts = new Facts()
                .with("user.email", Objects.requireNonNullElse(traits.email(), "–"))
                .with("users.department", department(traits))
                .with("user.created", LocalFormat.format(standing.createdAt()))
                .with(
                        "users.last-sign-in",
                        standing.lastSignInAt() == null
                                ? getTranslation("user.never")
                                : LocalFormat.format(standing.lastSignInAt()));
        add(header, facts);
        if (UserDesk.mayManage()) {
            add(buildActions(user));
        }
    }

    private Div buildActions(UserSummary user) {
        var edit = new Button(getTranslation("action.edit"), PortalIcon.EDIT.create(), event -> new EditUserDialog(
                        desk, user, this::saved)
                .open());
        var actions = new Div(edit);
        actions.addClassName("account-actions");
        boolean isOwn =
                PortalSession.user().filter(me -> me.id().equals(user.id())).isPresent();
        if (!user.traits().isActive()) {
            actions.add(new Button(getTranslation("user.enable"), event -> enable(user, true)));
        } else if (!isOwn) {
            var disable = new Button(getTranslation("user.disable"), event -> confirmDisable(user));
            disable.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
            actions.add(disable);
        }
        return actions;
    }

    private void saved(UserSummary user) {
        onChanged.accept(user);
        Notice.success(getTranslation("user.saved", user.traits().displayName()));
    }

    private void confirmDisable(UserSummary user) {
        Confirmation.ask(
                getTranslation("user.disable.heading", user.traits().displayName()),
                getTranslation("user.disable.text"),
                "user.disable",
                () -> enable(user, false));
    }

    private void enable(UserSummary user, boolean isActive) {
        var version = ExpectedVersion.of(user.standing().version());
        UserSummary changed = desk.users()
                .change(
                        user.id(),
                        before -> new UserTraits(before.displayName(), before.email(), before.departmentId(), isActive),
                        version);
        onChanged.accept(changed);
        Notice.success(getTranslation(
                isActive ? "user.enabled" : "user.disabled", user.traits().displayName()));
    }

    private String department(UserTraits traits) {
        Long id = traits.departmentId();
        return desk.departments().list().stream()
                .filter(department -> Long.valueOf(department.id()).equals(id))
                .map(DepartmentSummary::name)
                .findFirst()
                .orElse("–");
    }
}
