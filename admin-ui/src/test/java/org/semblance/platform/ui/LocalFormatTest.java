package org.semblance.platform.ui;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.semblance.portal.PortalTest;

import static org.assertj.core.api.Assertions.assertThat;

class LocalFormatTest extends PortalTest {
    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Test
    void writes_times_in_the_time_zone_of_the_browser() {
        browserIsIn("America%2FNew_York");

        assertThat(LocalFormat.format(NOON)).contains("7:00").contains("2026");
    }

    @Test
    void takes_an_unknown_time_zone_for_utc() {
        browserIsIn("Mars/Olympus_Mons");

        assertThat(LocalFormat.format(NOON)).contains("12:00");
    }

    @Test
    void writes_numbers_in_the_users_language() {
        UI.getCurrent().setLocale(Locale.GERMAN);

        assertThat(LocalFormat.format(1_284)).isEqualTo("1.284");
        assertThat(LocalFormat.format(0.714)).isEqualTo("0,71");
    }

    @Test
    void rounds_rates_to_what_matters() {
        assertThat(LocalFormat.rounded(0.714)).isEqualTo("0.71");
        assertThat(LocalFormat.rounded(14.06)).isEqualTo("14.1");
        assertThat(LocalFormat.rounded(1_404.6)).isEqualTo("1,405");
    }

    @Test
    void writes_bytes_in_a_unit_of_few_digits() {
        assertThat(LocalFormat.bytes(999)).isEqualTo("999\u00a0B");
        assertThat(LocalFormat.bytes(1_260_000)).isEqualTo("1.3\u00a0MB");
        assertThat(LocalFormat.bytes(64_400_000_000L)).isEqualTo("64\u00a0GB");
    }

    @Test
    void writes_the_time_of_day() {
        browserIsIn("Europe%2FBerlin");
        UI.getCurrent().setLocale(Locale.GERMAN);

        assertThat(LocalFormat.timeOfDay(NOON)).isEqualTo("13:00");
    }

    private static void browserIsIn(String zone) {
        var request = (FakeRequest) VaadinServletRequest.getCurrent().getRequest();
        request.addCookie(new Cookie(PageLocale.ZONE_COOKIE, zone));
        PageLocale.settle(UI.getCurrent(), VaadinServletRequest.getCurrent());
    }
}
