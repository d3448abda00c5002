package org.semblance.jobs.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.semblance.jobs.schedule.Cron;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.ui.LocalFormat;

/** Asks when something is to happen again and again, and tells in words what has been said. */
final class CronForm extends Div {
    private static final int TIMES = 3;
    private static final long serialVersionUID = 1L;

    /** What most people want, as a beginning. */
    enum Often {
        HOURLY("0 * * * *"),
        DAILY("0 3 * * *"),
        WORKDAYS("0 7 * * 1-5"),
        WEEKLY("0 3 * * SUN"),
        MONTHLY("0 3 1 * *");

        private final String expression;

        Often(String expression) {
            this.expression = expression;
        }
    }

    final Select<Often> often = new Select<>();
    final TextField expression = new TextField(getTranslation("schedules.cron"));
    final ComboBox<String> zone = new ComboBox<>(getTranslation("schedules.zone"));
    final Div preview = new Div();

    CronForm() {
        addClassName("cron-form");
        often.setLabel(getTranslation("schedules.often"));
        often.setItems(Often.values());
        often.setPlaceholder(getTranslation("schedules.often.own"));
        often.setItemLabelGenerator(
                one -> getTranslation("schedules.often." + one.name().toLowerCase(Locale.ROOT)));
        often.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                expression.setValue(event.getValue().expression);
            }
        });
        expression.setRequiredIndicatorVisible(true);
        expression.setHelperText(getTranslation("schedules.cron.help"));
        expression.setValueChangeMode(ValueChangeMode.LAZY);
        expression.addValueChangeListener(event -> read());
        zone.setItems(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        zone.setRequiredIndicatorVisible(true);
        zone.addValueChangeListener(event -> read());
        preview.addClassName("cron-preview");
        preview.getElement().setAttribute("aria-live", "polite");
        add(new FormLayout(often, expression, zone), preview);
        show(Often.DAILY.expression, LocalFormat.zone().getId());
    }

    void show(String fields, String zoneId) {
        zone.setValue(zoneId);
        expression.setValue(fields);
        read();
    }

    /** What has been said, told in words; empty, with the reason at its field, while it means nothing. */
    Optional<Cron> read() {
        preview.removeAll();
        expression.setInvalid(false);
        often.setValue(Stream.of(Often.values())
                .filter(one -> one.expression.equals(expression.getValue().strip()))
                .findFirst()
                .orElse(null));
        if (zone.isEmpty()) {
            return Optional.empty();
        }
        try {
            var cron = Cron.of(expression.getValue(), zone.getValue());
            preview.add(new Span(CronWords.of(cron)), times(cron));
            return Optional.of(cron);
        } catch (InvalidInputException e) {
            expression.setErrorMessage(getTranslation("schedules.cron.wrong"));
            expression.setInvalid(true);
            return Optional.empty();
        }
    }

    private Span times(Cron cron) {
        var next = Stream.iterate(cron.next(Instant.now()), time -> time.flatMap(cron::next))
                .limit(TIMES)
                .flatMap(Optional::stream)
                .map(LocalFormat::format)
                .collect(Collectors.joining(" · "));
        var times = new Span(getTranslation("schedules.next-times", next));
        times.addClassName("secondary");
        return times;
    }
}
