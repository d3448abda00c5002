package org.semblance.identity.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.Instant;
import java.util.Optional;
import org.semblance.identity.keys.ApiKeyPatch;
import org.semblance.identity.keys.ApiKeySummary;
import org.semblance.identity.keys.KeyName;
import org.semblance.platform.ui.FormNotes;

/** Gives a key another name, or lets it end sooner or later; what it may do stays as it was made. */
final class EditKeyDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient KeyDesk desk;
    private final transient ApiKeySummary key;
    private final SerializableRunnable onSaved;
    final FormNotes notes = new FormNotes();
    final TextField name = new TextField(getTranslation("key.name"));
    final ExpiryPicker expires;
    final Button save = new Button(getTranslation("action.save"), event -> submit());

    EditKeyDialog(KeyDesk desk, ApiKeySummary key, SerializableRunnable onSaved) {
        this.desk = desk;
        this.key = key;
        this.onSaved = onSaved;
        this.expires = new ExpiryPicker(desk.keys().latestExpiry());
        setHeaderTitle(getTranslation("key.edit.heading", key.name()));
        addClassName("form-dialog");
        setWidth("34rem");
        name.setMaxLength(CreateKeyDialog.LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        name.setErrorMessage(getTranslation("form.required"));
        name.setValue(key.name());
        name.setAutofocus(true);
        expires.show(key.life().expiresAt());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER).listenOn(this).setResetFocusOnActiveElement(true);
        add(notes, new FormLayout(name, expires));
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), save);
    }

    private void submit() {
        name.setInvalid(name.getValue().isBlank());
        if (name.isInvalid() || !expires.isFit()) {
            return;
        }
        desk.sensitive(() -> {
            if (notes.tried(this::change)) {
                close();
                onSaved.run();
            }
        });
    }

    private void change() {
        String wanted = name.getValue().strip();
        Optional<KeyName> renamed = wanted.equals(key.name()) ? Optional.empty() : Optional.of(new KeyName(wanted));
        Optional<Instant> end = expires.changed();
        if (renamed.isPresent() || end.isPresent()) {
            desk.keys().change(key.id(), new ApiKeyPatch(renamed, end));
        }
    }
}
