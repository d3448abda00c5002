package org.semblance.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.semblance.gallery.GalleryTitle;
import org.semblance.identity.keys.KeyLimits;
import org.semblance.identity.keys.KeyName;
import org.semblance.identity.keys.MadeApiKey;
import org.semblance.identity.keys.NewApiKey;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.FormNotes;
import org.semblance.platform.ui.PortalSession;

/** Makes a key that may do a part of what its owner may. */
final class CreateKeyDialog extends Dialog {
    static final int LONGEST_NAME = 100;
    private static final List<String> NOT_FOR_KEYS = List.of(Permissions.APIKEY_CREATE, Permissions.APIKEY_MANAGE);
    private static final long serialVersionUID = 1L;

    private final transient KeyDesk desk;
    private final SerializableConsumer<MadeApiKey> onMade;
    final FormNotes notes = new FormNotes();
    final TextField name = new TextField(getTranslation("key.name"));
    final ExpiryPicker expires;
    final MultiSelectComboBox<GalleryTitle> galleries = new MultiSelectComboBox<>(getTranslation("key.galleries"));
    final PermissionChoice permissions =
            new PermissionChoice(one -> PortalSession.permits(one) && !NOT_FOR_KEYS.contains(one));
    final IntegerField perMinute = new IntegerField(getTranslation("key.per-minute"));
    final IntegerField perDay = new IntegerField(getTranslation("key.per-day"));
    final Button create = new Button(getTranslation("action.create"), event -> submit());

    CreateKeyDialog(KeyDesk desk, SerializableConsumer<MadeApiKey> onMade) {
        this.desk = desk;
        this.onMade = onMade;
        this.expires = new ExpiryPicker(desk.keys().latestExpiry());
        setHeaderTitle(getTranslation("key.create"));
        addClassName("form-dialog");
        setWidth("44rem");
        name.setMaxLength(LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        name.setHelperText(getTranslation("key.name.help"));
        name.setAutofocus(true);
        expires.setHelperText(getTranslation("key.expires.help"));
        galleries.setItems(desk.galleries());
        galleries.setItemLabelGenerator(GalleryTitle::title);
        galleries.setHelperText(getTranslation("key.galleries.help"));
        galleries.setVisible(PortalSession.permits(Permissions.GALLERY_READ));
        perMinute.setMin(1);
        perDay.setMin(1);
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(
                notes,
                new FormLayout(name, expires, galleries),
                new H3(getTranslation("key.permissions")),
                permissions,
                new Details(getTranslation("key.limits"), new FormLayout(perMinute, perDay)));
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), create);
    }

    private void submit() {
        name.setErrorMessage(getTranslation("form.required"));
        name.setInvalid(name.getValue().isBlank());
        if (name.isInvalid()) {
            name.focus();
            return;
        }
        if (permissions.chosen().isEmpty()) {
            notes.say(getTranslation("key.permissions.none"));
            return;
        }
        if (expires.isFit() && !perMinute.isInvalid() && !perDay.isInvalid()) {
            desk.sensitive(() -> notes.tried(this::make));
        }
    }

    private void make() {
        var only = galleries.getValue().stream().map(GalleryTitle::name).collect(Collectors.toSet());
        Long daily = perDay.getValue() == null ? null : perDay.getValue().longValue();
        var made = desk.keys()
                .create(new NewApiKey(
                        new KeyName(name.getValue()),
                        permissions.chosen(),
                        only.isEmpty() ? Optional.empty() : Optional.of(only),
                        expires.changed(),
                        new KeyLimits(perMinute.getValue(), daily)));
        close();
        onMade.accept(made);
    }
}
