package org.semblance.surveillance.event;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.platform.InvalidInputException;
import org.semblance.surveillance.event.StatisticsQuery.Interval;
import org.semblance.surveillance.event.live.EventPlace;
import org.semblance.surveillance.event.live.StreamSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventRulesTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void a_period_ends_after_it_begins() {
        assertThatThrownBy(() -> new Period(NOON, NOON)).isInstanceOf(InvalidInputException.class);
        assertThat(new Period(NOON.minusSeconds(1), NOON).before(NOON.plusSeconds(1)))
                .isEqualTo(new Period(NOON.minusSeconds(1), NOON));
        assertThat(Period.EVER.before(NOON)).isEqualTo(new Period(null, NOON));
        assertThat(new Period(NOON.plusSeconds(1), null).before(NOON)).isEqualTo(new Period(NOON.plusSeconds(1), null));
    }

    @Test
    void charts_have_bounds() {
        assertThatThrownBy(() -> chart(Interval.HOUR, Duration.ofDays(32)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("31 days");
        assertThatThrownBy(() -> chart(Interval.DAY, Duration.ofDays(367))).hasMessageContaining("366 days");
        assertThatThrownBy(() -> chart(Interval.DAY, Duration.ZERO)).hasMessageContaining("after from");
        assertThat(chart(Interval.HOUR, Duration.ofDays(31)).interval()).isEqualTo(Interval.HOUR);
        assertThatThrownBy(() -> Interval.of("week")).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+02:00", "GMT+2", "Nowhere/City", "SystemV/AST4", "Etc/GMT+5", ""})
    void a_time_zone_is_one_that_the_database_understands_alike(String zone) {
        assertThatThrownBy(() -> StatisticsQuery.zone(zone)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void regions_are_time_zones() {
        assertThat(StatisticsQuery.zone("Europe/Berlin")).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(StatisticsQuery.zone("UTC")).isEqualTo(ZoneId.of("UTC"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1-", "-1", "1-2-3", "a-b", "1-2 ", "9999999999999999999-1"})
    void a_place_that_is_none_is_refused(String text) {
        assertThatThrownBy(() -> EventPlace.parse(text)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void places_are_in_the_order_of_transactions_and_then_of_positions() {
        var place = new EventPlace(12, 7);

        assertThat(EventPlace.parse(place.toString())).isEqualTo(place);
        assertThat(place.isBefore(new EventPlace(13, 1))).isTrue();
        assertThat(place.isBefore(new EventPlace(12, 8))).isTrue();
        assertThat(place.isBefore(place)).isFalse();
    }

    @Test
    void streams_are_bounded() {
        assertThat(new StreamSettings(200, Duration.ofHours(1)).lifetime()).isEqualTo(Duration.ofHours(1));
        assertThatThrownBy(() -> new StreamSettings(0, Duration.ofHours(1)))
                .hasMessageContaining("semblance.events.max-streams");
        assertThatThrownBy(() -> new StreamSettings(200, Duration.ofDays(2)))
                .hasMessageContaining("semblance.events.stream-lifetime");
    }

    private static StatisticsQuery chart(Interval interval, Duration length) {
        return new StatisticsQuery(NOON.minus(length), NOON, interval, ZoneId.of("UTC"), EventPlaces.ANYWHERE);
    }
}
