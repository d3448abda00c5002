package org.semblance.jobs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.Optional;
import org.semblance.gallery.GalleryService;
import org.semblance.gallery.ui.GalleryPicker;
import org.semblance.jobs.JobParameter;

/** One thing that a job can be told, as a field of the kind that fits it. */
final class JobField {
    private final JobParameter parameter;
    private final Component field;
    private final SerializableSupplier<String> reading;

    private <C extends Component & HasValue<?, ?>> JobField(
            JobParameter parameter, C field, SerializableSupplier<String> reading) {
        this.parameter = parameter;
        this.field = field;
        this.reading = reading;
        if (field instanceof HasLabel labelled) {
            labelled.setLabel(JobTexts.field(parameter.name()));
        }
        if (field instanceof HasHelper helped) {
            JobTexts.help(parameter.name()).ifPresent(helped::setHelperText);
        }
        field.setRequiredIndicatorVisible(parameter.isRequired());
    }

    static JobField of(JobParameter parameter, GalleryService galleries, FileChoice files) {
        return switch (parameter.type()) {
            case TEXT -> text(parameter);
            case NUMBER -> number(parameter);
            case SWITCH -> onOrOff(parameter);
            case CHOICE -> choice(parameter);
            case GALLERY -> gallery(parameter, galleries);
            case FILE -> new JobField(parameter, files, files::path);
        };
    }

    private static JobField text(JobParameter parameter) {
        var field = new TextField();
        field.setValue(parameter.standard() == null ? "" : parameter.standard());
        return new JobField(parameter, field, () -> field.getValue().strip());
    }

    private static JobField number(JobParameter parameter) {
        var field = new IntegerField();
        field.setStepButtonsVisible(true);
        field.setMin(1);
        field.setValue(parameter.standard() == null ? null : Integer.valueOf(parameter.standard()));
        return new JobField(parameter, field, () -> field.isEmpty() ? "" : String.valueOf(field.getValue()));
    }

    private static JobField onOrOff(JobParameter parameter) {
        var field = new Checkbox(Boolean.parseBoolean(parameter.standard()));
        return new JobField(parameter, field, () -> String.valueOf(field.getValue()));
    }

    private static JobField choice(JobParameter parameter) {
        var field = new Select<String>();
        field.setItems(parameter.choices());
        field.setItemLabelGenerator(JobTexts::choice);
        field.setValue(parameter.standard());
        return new JobField(parameter, field, () -> field.isEmpty() ? "" : field.getValue());
    }

    private static JobField gallery(JobParameter parameter, GalleryService galleries) {
        var field = new GalleryPicker(galleries);
        field.refresh();
        field.setClearButtonVisible(!parameter.isRequired());
        if (parameter.isRequired()) {
            field.choose(Optional.empty());
        }
        return new JobField(
                parameter, field, () -> field.isEmpty() ? "" : field.getValue().name());
    }

    String name() {
        return parameter.name();
    }

    Component component() {
        return field;
    }

    /** What the job is to be told; empty where nothing is said. */
    String value() {
        return reading.get();
    }

    /** Shows what a job has been told before. */
    void show(String value) {
        if (field instanceof TextField text) {
            text.setValue(value);
        } else if (field instanceof IntegerField number) {
            number.setValue(value.isEmpty() ? null : Integer.valueOf(value));
        } else if (field instanceof Checkbox box) {
            box.setValue(Boolean.parseBoolean(value));
        } else if (field instanceof GalleryPicker picker) {
            picker.choose(Optional.of(value));
        } else if (field instanceof FileChoice file) {
            file.setValue(value);
        } else if (field instanceof Select<?>) {
            select(value);
        }
    }

    @SuppressWarnings("unchecked") // there is no selection of anything else here
    private void select(String value) {
        ((Select<String>) field).setValue(value);
    }

    /** Whether enough is said; says so at the field where it is not. */
    boolean isComplete() {
        boolean isMissing = parameter.isRequired() && value().isBlank();
        if (field instanceof HasValidation validated) {
            validated.setErrorMessage(field.getTranslation("form.required"));
            validated.setInvalid(isMissing);
        }
        return !isMissing;
    }
}
