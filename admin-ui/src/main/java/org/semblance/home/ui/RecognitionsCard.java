package org.semblance.home.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.StackedBars;
import org.semblance.platform.ui.StackedBars.Series;
import org.semblance.platform.ui.Views;
import org.semblance.surveillance.event.EventPlaces;
import org.semblance.surveillance.event.EventService;
import org.semblance.surveillance.event.EventStatistics;
import org.semblance.surveillance.event.EventStatistics.Counts;
import org.semblance.surveillance.event.StatisticsQuery;

/** Whom cameras recognised in the last hours, hour by hour; a bar leads to what was seen in its hour. */
final class RecognitionsCard extends Div {
    private static final long serialVersionUID = 1L;
    private static final int HOURS = 24;
    private static final String EVENTS = "events";
    private static final List<String> OUTCOMES = List.of("matched", "ambiguous", "unknown");

    private final transient EventService events;
    private final transient Clock clock;
    final StackedBars bars = new StackedBars(getTranslation("home.recognitions"));
    final Paragraph summary = new Paragraph();
    private Instant first = Instant.EPOCH;

    RecognitionsCard(EventService events, Clock clock) {
        this.events = events;
        this.clock = clock;
        addClassName("dashboard-wide");
        summary.addClassName("secondary");
        if (Views.mayOpen(EVENTS)) {
            bars.onChosen(this::open);
        }
        add(new Card(getTranslation("home.recognitions"))
                .more(Views.address(EVENTS, ""))
                .with(summary, bars));
    }

    void refresh() {
        Instant end = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        first = end.minus(HOURS, ChronoUnit.HOURS);
        EventStatistics counted = events.count(
                new StatisticsQuery(first, end, StatisticsQuery.Interval.HOUR, ZoneOffset.UTC, EventPlaces.ANYWHERE));
        Map<Instant, Counts> hours = counted.times().stream()
                .collect(Collectors.toMap(EventStatistics.OfTime::at, EventStatistics.OfTime::counts));
        Counts total = counted.total();
        summary.setText(getTranslation(
                "home.recognitions.summary", total.all(), total.matched(), total.ambiguous(), total.unknown()));
        bars.show(
                IntStream.range(0, HOURS)
                        .mapToObj(hour -> LocalFormat.timeOfDay(at(hour)))
                        .toList(),
                List.of(
                        series("outcome.matched", "--portal-known", hours, Counts::matched),
                        series("outcome.ambiguous", "--portal-ambiguous", hours, Counts::ambiguous),
                        series("outcome.unknown", "--portal-unknown", hours, Counts::unknown)));
    }

    private Series series(String name, String colour, Map<Instant, Counts> hours, ToLongFunction<Counts> count) {
        var none = new Counts(0, 0, 0, 0, 0);
        List<Long> values = IntStream.range(0, HOURS)
                .mapToObj(hour -> count.applyAsLong(hours.getOrDefault(at(hour), none)))
                .toList();
        return new Series(getTranslation(name), colour, values);
    }

    private Instant at(int hour) {
        return first.plus(Duration.ofHours(hour));
    }

    private void open(int hour, int series) {
        String outcome = series < 0 ? "" : "&outcome=" + OUTCOMES.get(series);
        String query = "from=" + at(hour) + "&to=" + at(hour + 1) + outcome;
        UI.getCurrent().navigate(EVENTS, QueryParameters.fromString(query));
    }
}
