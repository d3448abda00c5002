package org.semblance.surveillance.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.ui.FormNotes;
import org.semblance.platform.ui.Notice;
import org.semblance.surveillance.access.AccessCalendar;
import org.semblance.surveillance.access.AccessCalendarService;
import org.semblance.surveillance.access.CalendarDays;
import org.semblance.surveillance.access.NewAccessCalendar;

/** Says which days a calendar has, a line each. */
final class CalendarDialog extends Dialog {
    private static final int LONGEST = 200;
    private static final long serialVersionUID = 1L;

    private final transient AccessCalendarService calendars;
    private final SerializableRunnable onSaved;
    final FormNotes notes = new FormNotes().onReload(this::reload);
    final TextField calendarTitle = new TextField(getTranslation("calendar.title"));
    final TextArea days = new TextArea(getTranslation("calendar.days"));
    final Button save = new Button(getTranslation("action.save"), event -> save());
    private transient @Nullable AccessCalendar edited;

    CalendarDialog(AccessCalendarService calendars, Optional<AccessCalendar> calendar, SerializableRunnable onSaved) {
        this.calendars = calendars;
        this.onSaved = onSaved;
        setHeaderTitle(getTranslation(calendar.isPresent() ? "calendar.edit" : "calendars.create"));
        addClassName("form-dialog");
        setWidth("28rem");
        calendarTitle.setRequiredIndicatorVisible(true);
        calendarTitle.setAutofocus(true);
        calendarTitle.setMaxLength(LONGEST);
        days.setRequiredIndicatorVisible(true);
        days.setMinHeight("10rem");
        days.setHelperText(getTranslation("calendar.days.help"));
        days.setPlaceholder("yearly 12-24..01-01");
        calendar.ifPresent(this::show);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var form = new FormLayout(calendarTitle, days);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        add(notes, form);
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), save);
    }

    private void show(AccessCalendar calendar) {
        edited = calendar;
        calendarTitle.setValue(calendar.said().title());
        days.setValue(String.join("\n", calendar.said().days().texts()));
    }

    private void reload() {
        AccessCalendar before = edited;
        if (before != null) {
            show(calendars.require(before.id()));
        }
    }

    private void save() {
        calendarTitle.setErrorMessage(getTranslation("form.required"));
        calendarTitle.setInvalid(calendarTitle.getValue().isBlank());
        Optional<CalendarDays> said = days();
        if (calendarTitle.isInvalid() || said.isEmpty()) {
            return;
        }
        if (notes.tried(() -> save(new NewAccessCalendar(calendarTitle.getValue(), said.get())))) {
            close();
            Notice.success(getTranslation("action.saved", calendarTitle.getValue()));
            onSaved.run();
        }
    }

    private void save(NewAccessCalendar said) {
        AccessCalendar before = edited;
        if (before == null) {
            calendars.create(said);
        } else {
            calendars.change(before.id(), said, ExpectedVersion.of(before.version()));
        }
    }

    /** Names the line that is no day. */
    private Optional<CalendarDays> days() {
        List<String> lines = days.getValue()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        days.setInvalid(lines.isEmpty());
        days.setErrorMessage(getTranslation("form.required"));
        for (String line : lines) {
            try {
                CalendarDays.of(List.of(line));
            } catch (InvalidInputException e) {
                days.setErrorMessage(getTranslation("calendar.days.wrong", line));
                days.setInvalid(true);
            }
        }
        return days.isInvalid() ? Optional.empty() : Optional.of(CalendarDays.of(lines));
    }
}
