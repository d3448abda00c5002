package org.semblance.surveillance.ui.access;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.surveillance.access.AccessCalendar;
import org.semblance.surveillance.access.AccessRule;
import org.semblance.surveillance.access.CalendarTerm;
import org.semblance.surveillance.access.Door;
import org.semblance.surveillance.access.Effect;
import org.semblance.surveillance.access.NewAccessRule;
import org.semblance.surveillance.access.RuleTimes;
import org.semblance.surveillance.access.WeeklyHours;

/** What people say of a rule: for or against whom, where and when. */
final class RuleForm extends Div {
    private static final int LONGEST = 200;
    private static final long serialVersionUID = 1L;

    final TextField ruleTitle = new TextField(getTranslation("rule.title"));
    final Checkbox on = new Checkbox(getTranslation("rule.on"));
    final RadioButtonGroup<Effect> effect = new RadioButtonGroup<>(getTranslation("rule.effect"));
    final SubjectField subject;
    final Checkbox everywhere = new Checkbox(getTranslation("rule.everywhere"));
    final MultiSelectComboBox<Door> doors = new MultiSelectComboBox<>(getTranslation("rule.doors"));
    final HoursEditor hours = new HoursEditor();
    final Select<AccessCalendar> calendar = new Select<>();
    final Select<Boolean> isOnly = new Select<>();
    final DateTimePicker from = new DateTimePicker(getTranslation("rule.from"));
    final DateTimePicker until = new DateTimePicker(getTranslation("rule.until"));
    private final transient List<Door> knownDoors;
    private final transient List<AccessCalendar> knownCalendars;

    RuleForm(AccessDirectory directory, SubjectChoices choices) {
        knownDoors = directory.allDoors();
        knownCalendars = directory.allCalendars();
        subject = new SubjectField(choices);
        ruleTitle.setRequiredIndicatorVisible(true);
        ruleTitle.setAutofocus(true);
        ruleTitle.setMaxLength(LONGEST);
        on.setValue(true);
        effect.setItems(Effect.values());
        effect.setItemLabelGenerator(one -> Codes.of("rule.effect.", one));
        effect.setHelperText(getTranslation("rule.effect.help"));
        effect.setValue(Effect.ALLOW);
        everywhere.setHelperText(getTranslation("rule.everywhere.help"));
        everywhere.addValueChangeListener(event -> doors.setVisible(!event.getValue()));
        doors.setItems(knownDoors);
        doors.setItemLabelGenerator(door -> door.said().title());
        arrangeCalendar();
        var head = new FormLayout(ruleTitle, on, effect, subject);
        head.setColspan(effect, 2);
        head.setColspan(subject, 2);
        add(head, everywhere, doors, hours, new FormLayout(calendar, isOnly, from, until));
        doors.addClassName("rule-doors");
        hours.show(WeeklyHours.ALWAYS);
    }

    private void arrangeCalendar() {
        calendar.setLabel(getTranslation("rule.calendar"));
        calendar.setItems(knownCalendars);
        calendar.setEmptySelectionAllowed(true);
        calendar.setEmptySelectionCaption(getTranslation("rule.calendar.none"));
        calendar.setPlaceholder(getTranslation("rule.calendar.none"));
        calendar.setItemLabelGenerator(one ->
                one == null ? getTranslation("rule.calendar.none") : one.said().title());
        calendar.addValueChangeListener(event -> isOnly.setVisible(event.getValue() != null));
        isOnly.setLabel(getTranslation("rule.calendar.use"));
        isOnly.setItems(false, true);
        isOnly.setItemLabelGenerator(
                only -> getTranslation(only ? "rule.calendar.use.only" : "rule.calendar.use.never"));
        isOnly.setValue(false);
        isOnly.setVisible(false);
    }

    void show(AccessRule rule, String called) {
        NewAccessRule said = rule.said();
        RuleTimes times = said.times();
        CalendarTerm term = times.calendar();
        ruleTitle.setValue(said.title());
        on.setValue(said.isOn());
        effect.setValue(said.effect());
        subject.show(rule, called);
        everywhere.setValue(said.isEverywhere());
        doors.setValue(knownDoors.stream()
                .filter(door -> said.doors().contains(door.name()))
                .toList());
        hours.show(times.hours());
        calendar.setValue(
                term == null
                        ? null
                        : knownCalendars.stream()
                                .filter(one -> one.id().equals(term.calendar()))
                                .findFirst()
                                .orElse(null));
        isOnly.setValue(term != null && term.isOnly());
        from.setValue(local(times.from()));
        until.setValue(local(times.until()));
    }

    /** What is said; empty when something is missing or wrong, which the fields say. */
    Optional<NewAccessRule> said() {
        ruleTitle.setErrorMessage(getTranslation("form.required"));
        ruleTitle.setInvalid(ruleTitle.getValue().isBlank());
        doors.setErrorMessage(getTranslation("rule.doors.none"));
        doors.setInvalid(!everywhere.getValue() && doors.isEmpty());
        boolean isBackwards = from.getValue() != null
                && until.getValue() != null
                && !until.getValue().isAfter(from.getValue());
        until.setErrorMessage(getTranslation("period.to.before"));
        until.setInvalid(isBackwards);
        Optional<WeeklyHours> when = hours.hours();
        boolean isAboutSomebody = subject.isComplete();
        boolean isWrong =
                ruleTitle.isInvalid() || doors.isInvalid() || isBackwards || !isAboutSomebody || when.isEmpty();
        return isWrong ? Optional.empty() : Optional.of(said(when.get()));
    }

    private NewAccessRule said(WeeklyHours when) {
        AccessCalendar chosen = calendar.getValue();
        var term = chosen == null ? null : new CalendarTerm(chosen.id(), isOnly.getValue());
        return new NewAccessRule(
                ruleTitle.getValue(),
                on.getValue(),
                effect.getValue(),
                subject.whom.getValue(),
                subject.who(),
                everywhere.getValue(),
                everywhere.getValue()
                        ? List.of()
                        : doors.getValue().stream().map(Door::name).toList(),
                new RuleTimes(when, term, instant(from.getValue()), instant(until.getValue())));
    }

    private static @Nullable LocalDateTime local(@Nullable Instant time) {
        return time == null ? null : LocalDateTime.ofInstant(time, LocalFormat.zone());
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.atZone(LocalFormat.zone()).toInstant();
    }
}
