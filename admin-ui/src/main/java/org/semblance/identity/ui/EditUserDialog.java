package org.semblance.identity.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.function.SerializableConsumer;
import org.semblance.identity.directory.UserSummary;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.ui.FormNotes;

/** Changes what is said of a user. */
final class EditUserDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient UserDesk desk;
    private final SerializableConsumer<UserSummary> onSaved;
    private transient UserSummary user;
    final FormNotes notes = new FormNotes().onReload(this::reload);
    final UserForm form;
    final Button save = new Button(getTranslation("action.save"), event -> submit());

    EditUserDialog(UserDesk desk, UserSummary user, SerializableConsumer<UserSummary> onSaved) {
        this.desk = desk;
        this.user = user;
        this.onSaved = onSaved;
        this.form = new UserForm(desk.departments().list());
        setHeaderTitle(getTranslation("user.edit.heading", user.username()));
        addClassName("form-dialog");
        setWidth("34rem");
        form.show(user);
        form.displayName.setAutofocus(true);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER).setResetFocusOnActiveElement(true);
        add(notes, form);
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), save);
    }

    private void reload() {
        user = desk.users().require(user.id());
        form.show(user);
    }

    private void submit() {
        if (form.isFilled() && notes.tried(this::change)) {
            close();
            onSaved.accept(user);
        }
    }

    private void change() {
        var wanted = form.traits(user.traits().isActive());
        user = desk.users()
                .change(
                        user.id(),
                        before -> wanted,
                        ExpectedVersion.of(user.standing().version()));
    }
}
