package org.semblance.surveillance.ui.camera;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryService;
import org.semblance.gallery.ui.CreateGalleryDialog;
import org.semblance.gallery.ui.GalleryPicker;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.CameraRules;
import org.semblance.surveillance.NewCamera;

/** What people say of a camera. */
final class CameraForm extends Div {
    private static final int LONGEST = 200;
    private static final int LONGEST_NAME = 63;
    private static final int LONGEST_WINDOW = 3600;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");
    private static final long serialVersionUID = 1L;

    final TextField cameraTitle = new TextField(getTranslation("camera.title"));
    final TextField name = new TextField(getTranslation("camera.name"));
    final TextField location = new TextField(getTranslation("camera.location"));
    final GalleryPicker gallery;
    final NumberField threshold = number("camera.threshold");
    final NumberField margin = number("camera.margin");
    final NumberField minQuality = number("camera.min-quality");
    final IntegerField window = new IntegerField(getTranslation("camera.window"));
    final Checkbox liveness = new Checkbox(getTranslation("camera.liveness"));
    final Checkbox unknown = new Checkbox(getTranslation("camera.unknown"));
    final Checkbox learns = new Checkbox(getTranslation("camera.learns"));
    final Checkbox enabled = new Checkbox(getTranslation("camera.enabled"));

    CameraForm(GalleryService galleries) {
        gallery = new GalleryPicker(galleries);
        gallery.setLabel(getTranslation("camera.gallery"));
        gallery.setHelperText(getTranslation("camera.gallery.help"));
        gallery.refresh();
        gallery.choose(Optional.empty());
        cameraTitle.setRequiredIndicatorVisible(true);
        cameraTitle.setAutofocus(true);
        cameraTitle.setMaxLength(LONGEST);
        cameraTitle.setValueChangeMode(ValueChangeMode.EAGER);
        cameraTitle.addValueChangeListener(event -> suggestName(event.getOldValue(), event.getValue()));
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(LONGEST_NAME);
        name.setAllowedCharPattern("[a-z0-9_-]");
        name.setHelperText(getTranslation("camera.name.help"));
        location.setMaxLength(LONGEST);
        location.setHelperText(getTranslation("camera.location.help"));
        window.setMin(0);
        window.setMax(LONGEST_WINDOW);
        window.setStepButtonsVisible(true);
        window.setHelperText(getTranslation("camera.window.help"));
        liveness.setHelperText(getTranslation("camera.liveness.help"));
        unknown.setHelperText(getTranslation("camera.unknown.help"));
        learns.setHelperText(getTranslation("camera.learns.help"));
        enabled.setHelperText(getTranslation("camera.enabled.help"));
        add(new FormLayout(cameraTitle, name, location, gallery), buildSwitches(), buildNumbers());
        show(CameraRules.STANDARD);
        enabled.setValue(true);
    }

    void show(Camera camera) {
        cameraTitle.setValue(camera.title());
        name.setValue(camera.name().value());
        name.setReadOnly(true);
        location.setValue(camera.location());
        gallery.choose(Optional.of(camera.gallery().value()));
        enabled.setValue(camera.isEnabled());
        show(camera.rules());
    }

    /** What is said; empty when something is missing or wrong, which the fields say. */
    Optional<NewCamera> said() {
        cameraTitle.setErrorMessage(getTranslation("form.required"));
        cameraTitle.setInvalid(cameraTitle.getValue().isBlank());
        name.setErrorMessage(getTranslation("camera.name.wrong"));
        name.setInvalid(!NAME.matcher(name.getValue()).matches());
        gallery.setErrorMessage(getTranslation("form.required"));
        gallery.setInvalid(gallery.isEmpty());
        minQuality.setErrorMessage(getTranslation("form.required"));
        window.setErrorMessage(getTranslation("camera.window.wrong"));
        if (minQuality.isEmpty()) {
            minQuality.setInvalid(true);
        }
        if (window.isEmpty()) {
            window.setInvalid(true);
        }
        boolean isWrong = cameraTitle.isInvalid()
                || name.isInvalid()
                || gallery.isInvalid()
                || threshold.isInvalid()
                || margin.isInvalid()
                || minQuality.isInvalid()
                || window.isInvalid();
        return isWrong
                ? Optional.empty()
                : Optional.of(new NewCamera(
                        new CameraName(name.getValue()),
                        cameraTitle.getValue(),
                        location.getValue(),
                        new GalleryName(gallery.getValue().name()),
                        rules(),
                        enabled.getValue()));
    }

    private void show(CameraRules rules) {
        threshold.setValue(rules.threshold());
        margin.setValue(rules.margin());
        minQuality.setValue(rules.minQuality());
        window.setValue(Math.toIntExact(rules.sightingWindow().toSeconds()));
        liveness.setValue(rules.requiresLiveness());
        unknown.setValue(rules.keepsUnknown());
        learns.setValue(rules.learns());
    }

    private CameraRules rules() {
        return new CameraRules(
                threshold.getValue(),
                margin.getValue(),
                minQuality.getValue(),
                liveness.getValue(),
                Duration.ofSeconds(window.getValue()),
                unknown.getValue(),
                learns.getValue());
    }

    private Component buildSwitches() {
        var switches = new Div(enabled, unknown, learns, liveness);
        switches.addClassName("form-switches");
        return switches;
    }

    private Component buildNumbers() {
        var numbers =
                new Details(getTranslation("camera.numbers"), new FormLayout(threshold, margin, minQuality, window));
        numbers.addClassName("dialog-details");
        return numbers;
    }

    private NumberField number(String key) {
        var field = new NumberField(getTranslation(key));
        field.setMin(0);
        field.setMax(1);
        field.setStep(0.01);
        field.setHelperText(getTranslation(key + ".help"));
        field.setErrorMessage(getTranslation("form.zero-to-one"));
        return field;
    }

    private void suggestName(String oldTitle, String newTitle) {
        if (!name.isReadOnly() && name.getValue().equals(CreateGalleryDialog.nameFor(oldTitle))) {
            name.setValue(CreateGalleryDialog.nameFor(newTitle));
        }
    }
}
