package org.semblance.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.directory.RoleDefinition;
import org.semblance.identity.directory.RoleService;
import org.semblance.identity.directory.RoleSummary;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.ui.FormNotes;
import org.semblance.platform.ui.PortalSession;

/** Makes a role of the company's own, or changes one; nobody puts more into it than they have themselves. */
final class RoleDialog extends Dialog {
    private static final int LONGEST_NAME = 63;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final long serialVersionUID = 1L;

    private final transient RoleService roles;
    private final SerializableConsumer<SerializableRunnable> sensitive;
    private final SerializableConsumer<RoleSummary> onSaved;
    private transient @Nullable RoleSummary edited;
    final FormNotes notes = new FormNotes().onReload(this::reload);
    final TextField name = new TextField(getTranslation("users.name"));
    final TextField description = new TextField(getTranslation("role.description"));
    final PermissionChoice permissions;
    final Button save = new Button(getTranslation("action.save"), event -> submit());

    RoleDialog(
            RoleService roles,
            @Nullable RoleSummary edited,
            SerializableConsumer<SerializableRunnable> sensitive,
            SerializableConsumer<RoleSummary> onSaved) {
        this.roles = roles;
        this.edited = edited;
        this.sensitive = sensitive;
        this.onSaved = onSaved;
        this.permissions = new PermissionChoice(one -> PortalSession.permits(one)
                || (edited != null && edited.permissions().contains(one)));
        setHeaderTitle(edited == null ? getTranslation("role.create") : getTranslation("role.edit", edited.name()));
        addClassName("form-dialog");
        setWidth("48rem");
        name.setMaxLength(LONGEST_NAME);
        name.setAllowedCharPattern("[a-z0-9-]");
        name.setRequiredIndicatorVisible(true);
        name.setHelperText(getTranslation("role.name.help"));
        name.setAutofocus(edited == null);
        name.setReadOnly(edited != null);
        description.setMaxLength(LONGEST_DESCRIPTION);
        description.setRequiredIndicatorVisible(true);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var form = new FormLayout(name, description);
        add(notes, form, new H3(getTranslation("key.permissions")), permissions);
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), save);
        show();
    }

    private void show() {
        RoleSummary role = edited;
        if (role != null) {
            name.setValue(role.name());
            description.setValue(role.description());
            permissions.choose(Set.copyOf(role.permissions()));
        }
    }

    private void reload() {
        if (edited != null) {
            edited = roles.require(edited.name());
            show();
        }
    }

    private void submit() {
        boolean named = require(name);
        if (require(description) && named) {
            sensitive.accept(() -> notes.tried(this::write));
        }
    }

    private void write() {
        var wanted = new RoleDefinition(name.getValue(), description.getValue(), permissions.chosen());
        RoleSummary before = edited;
        RoleSummary saved = before == null
                ? roles.create(wanted)
                : roles.change(
                        before.name(),
                        role -> wanted,
                        ExpectedVersion.of(before.usage().version()));
        close();
        onSaved.accept(saved);
    }

    private boolean require(TextFieldBase<?, String> field) {
        boolean filled = !field.getValue().isBlank();
        field.setErrorMessage(getTranslation("form.required"));
        field.setInvalid(!filled);
        return filled;
    }
}
