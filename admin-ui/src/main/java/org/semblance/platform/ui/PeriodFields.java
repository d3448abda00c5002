package org.semblance.platform.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A time in which something happened, by the clock of the user. Its fields come when they are asked for: few look at a list
 * for a time, and all wait for what comes before its first row.
 */
public final class PeriodFields extends Div {
    private static final long serialVersionUID = 1L;

    public final DateTimePicker from = new DateTimePicker(getTranslation("period.from"));
    public final DateTimePicker to = new DateTimePicker(getTranslation("period.to"));
    public final Button opener = new Button();
    private final SerializableRunnable onChosen;

    public PeriodFields(SerializableRunnable onChosen) {
        this.onChosen = onChosen;
        addClassName("period");
        opener.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        opener.addClickListener(event -> toggle());
        add(from, to, opener);
        open(false);
        ByUser.chosen(onChosen, from, to);
    }

    private void toggle() {
        if (!from.isVisible()) {
            open(true);
            from.focus();
            return;
        }
        boolean wasChosen = !from.isEmpty() || !to.isEmpty();
        show(Optional.empty(), Optional.empty());
        open(false);
        opener.focus();
        if (wasChosen) {
            onChosen.run();
        }
    }

    private void open(boolean isOpen) {
        from.setVisible(isOpen);
        to.setVisible(isOpen);
        opener.setIcon((isOpen ? PortalIcon.CLOSE : PortalIcon.SCHEDULES).create());
        opener.setText(getTranslation(isOpen ? "period.any" : "period.choose"));
    }

    public void show(Optional<Instant> begin, Optional<Instant> end) {
        from.setValue(begin.map(PeriodFields::local).orElse(null));
        to.setValue(end.map(PeriodFields::local).orElse(null));
        if (begin.isPresent() || end.isPresent()) {
            open(true);
        }
    }

    public Optional<Instant> begin() {
        return from.getOptionalValue().map(PeriodFields::instant);
    }

    /** An end that lies before the beginning is none, and says so. */
    public Optional<Instant> end() {
        boolean isBackwards = from.getValue() != null
                && to.getValue() != null
                && !to.getValue().isAfter(from.getValue());
        to.setErrorMessage(getTranslation("period.to.before"));
        to.setInvalid(isBackwards);
        return isBackwards ? Optional.empty() : to.getOptionalValue().map(PeriodFields::instant);
    }

    private static LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, LocalFormat.zone());
    }

    private static Instant instant(LocalDateTime time) {
        return time.atZone(LocalFormat.zone()).toInstant();
    }
}
