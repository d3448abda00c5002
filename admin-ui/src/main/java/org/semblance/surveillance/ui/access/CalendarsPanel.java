package org.semblance.surveillance.ui.access;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Collectors;
import org.semblance.platform.ExpectedVersion;
import org.semblance.surveillance.access.AccessCalendar;

/** The calendars: days on which rules hold, or do not. */
@CdiComponent
public class CalendarsPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient AccessDirectory directory;
    final EntryList list = new EntryList("calendars", () -> open(Optional.empty()));

    @Inject
    public CalendarsPanel(AccessDirectory directory) {
        this.directory = directory;
        add(list);
    }

    void refresh() {
        list.clear();
        directory.allCalendars().forEach(this::add);
        list.finish();
    }

    private void add(AccessCalendar calendar) {
        String title = calendar.said().title();
        list.entry(
                        title,
                        new Span(),
                        EntryList.line(calendar.said().days().texts().stream()
                                .map(DayTexts::of)
                                .collect(Collectors.joining(", "))))
                .add(list.edit(title, () -> open(Optional.of(calendar))), list.remove(title, () -> {
                    directory.calendars().remove(calendar.id(), ExpectedVersion.of(calendar.version()));
                    refresh();
                }));
    }

    private void open(Optional<AccessCalendar> calendar) {
        new CalendarDialog(directory.calendars(), calendar, this::refresh).open();
    }
}
