package org.semblance.surveillance.ui.camera;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.LocalDate;
import org.semblance.identity.SignInService;
import org.semblance.identity.keys.KeyLimits;
import org.semblance.identity.keys.KeyName;
import org.semblance.identity.keys.MadeApiKey;
import org.semblance.platform.ui.CopyButton;
import org.semblance.platform.ui.FormNotes;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PasswordAgain;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraService;

/** Makes a key for an agent, and shows it this once. */
final class KeyDialog extends Dialog {
    private static final int MAX_NAME = 100;

    private static final long serialVersionUID = 1L;

    private final transient CameraService cameras;
    private final transient SignInService signIns;
    private final transient Camera camera;
    private final SerializableRunnable onMade;
    final FormNotes notes = new FormNotes();
    final TextField name = new TextField(getTranslation("camera-keys.name"));
    final DatePicker expires = new DatePicker(getTranslation("camera-keys.expires"));
    final TextField made = new TextField(getTranslation("camera-keys.made"));
    final Button create = new Button(getTranslation("action.create"), event -> create());
    final Button close = new Button(getTranslation("action.cancel"), event -> close());

    KeyDialog(CameraService cameras, SignInService signIns, Camera camera, SerializableRunnable onMade) {
        this.cameras = cameras;
        this.signIns = signIns;
        this.camera = camera;
        this.onMade = onMade;
        setHeaderTitle(getTranslation("camera-keys.create"));
        addClassName("form-dialog");
        setWidth("32rem");
        name.setAutofocus(true);
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(MAX_NAME);
        name.setHelperText(getTranslation("camera-keys.name.help"));
        expires.setMin(LocalDate.now(LocalFormat.zone()).plusDays(1));
        expires.setHelperText(getTranslation("camera-keys.expires.help"));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.addClickShortcut(Key.ENTER).setResetFocusOnActiveElement(true);
        add(notes, new FormLayout(name, expires));
        getFooter().add(close, create);
    }

    private void create() {
        name.setErrorMessage(getTranslation("form.required"));
        name.setInvalid(name.getValue().isBlank());
        if (name.isInvalid() || expires.isInvalid()) {
            return;
        }
        PasswordAgain.before(signIns, () -> notes.tried(this::make));
    }

    private void make() {
        var until = expires.getOptionalValue()
                .map(day -> day.atStartOfDay(LocalFormat.zone()).toInstant());
        show(cameras.createKey(camera.name(), new KeyName(name.getValue()), until, new KeyLimits(null, null)));
        onMade.run();
    }

    private void show(MadeApiKey key) {
        removeAll();
        setHeaderTitle(getTranslation("camera-keys.made.heading", key.summary().name()));
        made.setValue(key.text());
        made.setReadOnly(true);
        made.setWidthFull();
        made.addClassName("made-key");
        add(new Paragraph(getTranslation("camera-keys.made.text", camera.name())), made, new CopyButton(key.text()));
        create.setVisible(false);
        close.setText(getTranslation("action.close"));
        setCloseOnOutsideClick(false);
    }
}
