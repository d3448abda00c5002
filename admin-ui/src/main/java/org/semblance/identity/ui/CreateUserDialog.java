package org.semblance.identity.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.List;
import org.semblance.identity.directory.NewUser;
import org.semblance.identity.directory.RoleGrant;
import org.semblance.identity.directory.UserWithPassword;
import org.semblance.platform.ui.FormNotes;

/** Invites somebody: they get a one-time password, and choose their own at the first sign-in. */
final class CreateUserDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient UserDesk desk;
    private final SerializableConsumer<UserWithPassword> onCreated;
    private final List<RoleGrant> grants = new ArrayList<>();
    final FormNotes notes = new FormNotes();
    final UserForm form;
    final RoleGrantPicker picker;
    final RoleGrantList list = new RoleGrantList(this::take);
    final Button create = new Button(getTranslation("user.create.submit"), event -> submit());

    CreateUserDialog(UserDesk desk, SerializableConsumer<UserWithPassword> onCreated) {
        this.desk = desk;
        this.onCreated = onCreated;
        this.form = new UserForm(desk.departments().list());
        this.picker = new RoleGrantPicker(desk, this::give);
        setHeaderTitle(getTranslation("user.create"));
        addClassName("form-dialog");
        setWidth("38rem");
        form.username.setAutofocus(true);
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.addClickShortcut(Key.ENTER).listenOn(form).setResetFocusOnActiveElement(true);
        add(
                new Paragraph(getTranslation("user.create.text")),
                notes,
                form,
                new H3(getTranslation("users.roles")),
                list,
                picker);
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), create);
    }

    private void give(RoleGrant grant) {
        if (!grants.contains(grant)) {
            grants.add(grant);
        }
        picker.clear();
        list.show(grants, true);
    }

    private void take(RoleGrant grant) {
        grants.remove(grant);
        list.show(grants, true);
    }

    private void submit() {
        if (form.isFilled()) {
            desk.sensitive(() -> notes.tried(this::make));
        }
    }

    private void make() {
        var made = desk.users().create(new NewUser(form.username.getValue(), form.traits(true), grants));
        close();
        onCreated.accept(made);
    }
}
