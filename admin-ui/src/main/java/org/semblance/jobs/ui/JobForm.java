package org.semblance.jobs.ui;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.semblance.gallery.GalleryService;
import org.semblance.jobs.JobKind;
import org.semblance.jobs.JobParameter;
import org.semblance.jobs.JobRequest;
import org.semblance.transfer.UploadService;

import static java.util.Objects.requireNonNull;

/** What a job is to be told, a field for each of its parameters. */
final class JobForm extends Div {
    private static final long serialVersionUID = 1L;

    private final transient GalleryService galleries;
    private final transient UploadService uploads;
    final Select<JobKind> kind = new Select<>();
    final Map<String, JobField> fields = new LinkedHashMap<>();
    private final Paragraph explanation = new Paragraph();
    private final FormLayout layout = new FormLayout();

    JobForm(List<JobKind> kinds, GalleryService galleries, UploadService uploads) {
        this.galleries = galleries;
        this.uploads = uploads;
        addClassName("job-form");
        kind.setLabel(getTranslation("jobs.job"));
        kind.setItems(kinds);
        kind.setItemLabelGenerator(one -> JobTexts.name(one.job()));
        kind.setRequiredIndicatorVisible(true);
        kind.addValueChangeListener(event -> build());
        explanation.addClassName("secondary");
        add(kind, explanation, layout);
    }

    /** Shows a job with what it has been told. */
    void show(JobRequest request) {
        choose(request.job());
        request.parameters().forEach((name, value) -> {
            JobField field = fields.get(name);
            if (field != null) {
                field.show(value);
            }
        });
    }

    /** The field of a parameter that the chosen job has. */
    JobField field(String parameter) {
        return requireNonNull(fields.get(parameter));
    }

    void choose(String job) {
        kind.getListDataView()
                .getItems()
                .filter(known -> known.job().equals(job))
                .findFirst()
                .ifPresent(kind::setValue);
    }

    private void build() {
        layout.removeAll();
        fields.clear();
        JobKind chosen = kind.getValue();
        if (chosen == null) {
            return;
        }
        explanation.setText(JobTexts.explanation(chosen.job()).orElse(""));
        for (JobParameter parameter : chosen.parameters()) {
            JobField field = JobField.of(parameter, galleries, new FileChoice(uploads));
            fields.put(parameter.name(), field);
            layout.add(field.component());
        }
    }

    /** What is asked for; empty, with the reasons at the fields, while something is missing. */
    Optional<JobRequest> read() {
        kind.setErrorMessage(getTranslation("form.required"));
        kind.setInvalid(kind.isEmpty());
        boolean isComplete = !kind.isEmpty();
        for (JobField field : fields.values()) {
            isComplete &= field.isComplete();
        }
        return isComplete ? Optional.of(new JobRequest(kind.getValue().job(), parameters())) : Optional.empty();
    }

    private Map<String, String> parameters() {
        return fields.values().stream()
                .filter(field -> !field.value().isBlank())
                .collect(Collectors.toMap(JobField::name, JobField::value));
    }
}
