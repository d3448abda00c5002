package org.semblance.audit.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.AuditQuery;
import org.semblance.audit.ui.AuditAddress.Circumstances;
import org.semblance.audit.ui.AuditAddress.Period;
import org.semblance.audit.ui.AuditAddress.Subject;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.PeriodFields;

/** The fields that narrow the audit log; each asks for exactly what it says. */
final class AuditFilters extends Div {
    private static final long serialVersionUID = 1L;

    final TextField actor = field("audit.actor", "audit.actor.example");
    final TextField action = field("audit.action", "audit.action.example");
    final TextField type = field("audit.object-type", "audit.object-type.example");
    final TextField object = field("audit.object", "audit.object.example");
    final Select<String> outcome = new Select<>();
    final TextField request = field("audit.request", "");
    final PeriodFields period = new PeriodFields(this::choose);
    private final SerializableConsumer<AuditQuery> onChosen;

    AuditFilters(SerializableConsumer<AuditQuery> onChosen) {
        this.onChosen = onChosen;
        addClassName("filters");
        outcome.setLabel(getTranslation("audit.outcome"));
        outcome.setItems("success", "refused");
        outcome.setEmptySelectionAllowed(true);
        outcome.setEmptySelectionCaption(getTranslation("filter.any"));
        outcome.setItemLabelGenerator(
                code -> code == null ? getTranslation("filter.any") : Codes.of("audit.outcome.", code));
        outcome.addValueChangeListener(this::chosen);
        add(actor, action, type, object, outcome, request, period);
    }

    private TextField field(String label, String example) {
        var field = new TextField(getTranslation(label));
        field.setClearButtonVisible(true);
        field.setPlaceholder(example.isEmpty() ? "" : getTranslation(example));
        field.addValueChangeListener(this::chosen);
        return field;
    }

    void show(AuditQuery query) {
        actor.setValue(orEmpty(query.actor()));
        action.setValue(orEmpty(query.action()));
        type.setValue(orEmpty(query.subjectType()));
        object.setValue(orEmpty(query.subjectId()));
        object.setEnabled(query.subjectType() != null);
        outcome.setValue(query.outcome());
        request.setValue(orEmpty(query.requestId()));
        period.show(Optional.ofNullable(query.from()), Optional.ofNullable(query.to()));
    }

    private void chosen(AbstractField.ComponentValueChangeEvent<?, ?> event) {
        if (event.isFromClient()) {
            choose();
        }
    }

    private void choose() {
        onChosen.accept(AuditAddress.of(
                new Period(period.begin().orElse(null), period.end().orElse(null)),
                orNull(actor),
                orNull(action),
                new Subject(orNull(type), orNull(object)),
                new Circumstances(outcome.getValue(), orNull(request))));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }
}
