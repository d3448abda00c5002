package org.semblance.surveillance.ui.camera;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.FormNotes;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.pull.CameraSource;
import org.semblance.surveillance.pull.NewSource;
import org.semblance.surveillance.pull.SourceKind;
import org.semblance.surveillance.pull.SourceService;

/** Says where a camera is read and by which login; the password goes in and never comes out. */
final class SourceDialog extends Dialog {
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final double SLOWEST = 0.01;
    private static final double FASTEST = 30;
    private static final long serialVersionUID = 1L;

    private final transient SourceService sources;
    private final CameraName camera;
    private final SerializableConsumer<CameraSource> onSaved;
    final FormNotes notes = new FormNotes().onReload(this::reload);
    final Select<SourceKind> kind = new Select<>();
    final TextField url = new TextField(getTranslation("source.url"));
    final NumberField rate = new NumberField(getTranslation("source.rate"));
    final TextField username = new TextField(getTranslation("source.username"));
    final PasswordField password = new PasswordField(getTranslation("source.password"));
    final Checkbox on = new Checkbox(getTranslation("source.on"));
    final Button save = new Button(getTranslation("action.save"), event -> save());
    private ExpectedVersion expected = ExpectedVersion.ANY;

    SourceDialog(
            SourceService sources,
            CameraName camera,
            Optional<CameraSource> source,
            SerializableConsumer<CameraSource> onSaved) {
        this.sources = sources;
        this.camera = camera;
        this.onSaved = onSaved;
        setHeaderTitle(getTranslation("source.heading"));
        addClassName("form-dialog");
        setWidth("32rem");
        kind.setLabel(getTranslation("source.kind"));
        kind.setItems(SourceKind.values());
        kind.setItemLabelGenerator(one -> Codes.of("source.kind.", one));
        kind.setValue(SourceKind.MJPEG);
        url.setRequiredIndicatorVisible(true);
        url.setHelperText(getTranslation("source.url.help"));
        rate.setMin(SLOWEST);
        rate.setMax(FASTEST);
        rate.setValue(2.0);
        rate.setErrorMessage(getTranslation("source.rate.wrong"));
        username.setHelperText(getTranslation("source.username.help"));
        username.getElement().setAttribute("autocomplete", "off");
        password.getElement().setAttribute("autocomplete", "new-password");
        password.setRevealButtonVisible(false);
        on.setValue(true);
        on.setHelperText(getTranslation("source.on.help"));
        source.ifPresent(this::show);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var form = new FormLayout(kind, rate, url, username, password, on);
        form.setColspan(url, 2);
        add(notes, form);
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), save);
    }

    private void show(CameraSource source) {
        expected = ExpectedVersion.of(source.version());
        kind.setValue(source.kind());
        url.setValue(source.url());
        rate.setValue(source.framesPerSecond());
        username.setValue(Optional.ofNullable(source.username()).orElse(""));
        password.clear();
        password.setHelperText(getTranslation("source.password.help"));
        on.setValue(source.isOn());
    }

    private void reload() {
        show(sources.require(camera));
    }

    private void save() {
        url.setErrorMessage(getTranslation("source.url.wrong"));
        url.setInvalid(!ADDRESS.matcher(url.getValue().strip()).matches());
        username.setErrorMessage(getTranslation("source.username.missing"));
        username.setInvalid(username.isEmpty() && !password.isEmpty());
        if (rate.isEmpty()) {
            rate.setInvalid(true);
        }
        if (url.isInvalid() || username.isInvalid() || rate.isInvalid()) {
            return;
        }
        if (notes.tried(() -> onSaved.accept(sources.put(camera, said(), expected)))) {
            close();
        }
    }

    private NewSource said() {
        return new NewSource(
                kind.getValue(),
                url.getValue().strip(),
                rate.getValue(),
                orNull(username.getValue().strip()),
                orNull(password.getValue()),
                on.getValue());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
