package org.semblance.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import org.semblance.gallery.PersonId;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.FormNotes;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.Notice;
import org.semblance.privacy.Consent;
import org.semblance.privacy.ConsentService;
import org.semblance.privacy.NewConsent;

/** Records what a person said about a use of their face; what is recorded cannot be changed. */
final class ConsentDialog extends Dialog {
    private static final List<String> CHANNELS = List.of("paper", "app", "web", "e-mail", "telephone", "in-person");
    private static final long serialVersionUID = 1L;

    private final transient ConsentService consents;
    private final transient PersonId person;
    private final Consent.State state;
    private final SerializableRunnable onRecorded;
    final FormNotes notes = new FormNotes();
    final ComboBox<String> purpose = codes("consent.purpose", "consent.purpose.", List.of(NewConsent.RECOGNITION));
    final ComboBox<String> channel = codes("consent.channel", "consent.channel.", CHANNELS);
    final TextField version = new TextField(getTranslation("consent.version"));
    final TextField locale = new TextField(getTranslation("consent.locale"));
    final TextField evidence = new TextField(getTranslation("consent.evidence"));
    final DateTimePicker saidAt = new DateTimePicker(getTranslation("consent.said-at"));
    final Button record = new Button(getTranslation("consent.record.submit"), event -> submit());

    ConsentDialog(ConsentService consents, PersonId person, Consent.State state, SerializableRunnable onRecorded) {
        this.consents = consents;
        this.person = person;
        this.state = state;
        this.onRecorded = onRecorded;
        boolean granted = state == Consent.State.GRANTED;
        setHeaderTitle(getTranslation(granted ? "consent.record" : "consent.withdraw"));
        addClassName("form-dialog");
        setWidth("38rem");
        purpose.setValue(NewConsent.RECOGNITION);
        channel.setValue("paper");
        version.setRequiredIndicatorVisible(true);
        version.setHelperText(getTranslation("consent.version.help"));
        version.setAutofocus(true);
        locale.setValue(getLocale().toLanguageTag());
        evidence.setHelperText(getTranslation("consent.evidence.help"));
        saidAt.setHelperText(getTranslation("consent.said-at.help"));
        record.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(
                new Paragraph(getTranslation(granted ? "consent.record.text" : "consent.withdraw.text")),
                notes,
                new FormLayout(purpose, channel, version, locale, evidence, saidAt));
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), record);
    }

    private ComboBox<String> codes(String label, String prefix, List<String> known) {
        var field = new ComboBox<String>(getTranslation(label));
        field.setItems(known);
        field.setItemLabelGenerator(code -> Codes.of(prefix, code));
        field.setAllowCustomValue(true);
        field.addCustomValueSetListener(event -> field.setValue(event.getDetail()));
        field.setRequiredIndicatorVisible(true);
        return field;
    }

    private void submit() {
        version.setErrorMessage(getTranslation("form.required"));
        version.setInvalid(version.getValue().isBlank());
        if (version.isInvalid()) {
            version.focus();
        } else if (notes.tried(this::write)) {
            close();
            onRecorded.run();
            Notice.success(getTranslation("consent.recorded"));
        }
    }

    private void write() {
        String proof =
                evidence.getValue().isBlank() ? null : evidence.getValue().strip();
        consents.record(
                person,
                new NewConsent(
                        purpose.getOptionalValue().orElse(""),
                        state,
                        version.getValue().strip(),
                        locale.getValue().strip(),
                        channel.getOptionalValue().orElse(""),
                        new NewConsent.Evidence(proof, null),
                        saidAt.getOptionalValue()
                                .map(time -> time.atZone(LocalFormat.zone()).toInstant())
                                .orElse(null)));
    }
}
