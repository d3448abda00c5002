package org.semblance.surveillance.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.surveillance.access.HoursSpan;
import org.semblance.surveillance.access.WeeklyHours;

/** Spans of hours on days of the week; none means always. */
final class HoursEditor extends Div {
    private static final Set<DayOfWeek> WORKING = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime EVENING = LocalTime.of(19, 0);
    private static final long serialVersionUID = 1L;

    final Div rows = new Div();
    final Button add = new Button(getTranslation("rule.hours.add"), PortalIcon.ADD.create());
    private final Span always = new Span(getTranslation("rule.hours.always"));

    HoursEditor() {
        addClassName("hours-editor");
        var label = new Span(getTranslation("rule.hours"));
        label.addClassName("hours-label");
        always.addClassName("secondary");
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        add.addClickListener(event -> append(new HoursSpan(WORKING, MORNING, EVENING)));
        var help = new Span(getTranslation("rule.hours.help"));
        help.addClassName("secondary");
        add(label, always, rows, add, help);
    }

    void show(WeeklyHours hours) {
        rows.removeAll();
        hours.spans().forEach(this::append);
        always.setVisible(hours.spans().isEmpty());
    }

    /** Empty when a row is not whole, which that says. */
    Optional<WeeklyHours> hours() {
        List<Row> all = rows.getChildren()
                .filter(Row.class::isInstance)
                .map(Row.class::cast)
                .toList();
        boolean isWhole = all.stream().map(Row::isWhole).reduce(true, Boolean::logicalAnd);
        return isWhole ? Optional.of(new WeeklyHours(all.stream().map(Row::span).toList())) : Optional.empty();
    }

    private void append(HoursSpan span) {
        rows.add(new Row(span));
        always.setVisible(false);
    }

    /** One span. */
    final class Row extends Div {
        private static final long serialVersionUID = 1L;

        final CheckboxGroup<DayOfWeek> days = new CheckboxGroup<>();
        final TimePicker from = new TimePicker(getTranslation("rule.hours.from"));
        final TimePicker to = new TimePicker(getTranslation("rule.hours.to"));

        Row(HoursSpan span) {
            addClassName("hours-row");
            days.setItems(DayOfWeek.values());
            days.setItemLabelGenerator(HoursTexts::day);
            days.getElement().setAttribute("aria-label", getTranslation("rule.hours.days"));
            days.setValue(span.days());
            from.setValue(span.from());
            to.setValue(span.to());
            var remove = new Button(PortalIcon.DELETE.create(), event -> {
                rows.remove(this);
                always.setVisible(rows.getComponentCount() == 0);
            });
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
            remove.setAriaLabel(getTranslation("rule.hours.remove"));
            var times = new Div(from, to, remove);
            times.addClassName("hours-times");
            add(days, times);
        }

        boolean isWhole() {
            String required = getTranslation("form.required");
            days.setErrorMessage(required);
            days.setInvalid(days.isEmpty());
            from.setErrorMessage(required);
            from.setInvalid(from.isEmpty());
            to.setErrorMessage(required);
            to.setInvalid(to.isEmpty());
            return !days.isInvalid() && !from.isInvalid() && !to.isInvalid();
        }

        HoursSpan span() {
            return new HoursSpan(days.getValue(), from.getValue(), to.getValue());
        }
    }
}
