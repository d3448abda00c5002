package org.semblance.surveillance.ui.event;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.AccessDeniedView;
import org.semblance.platform.ui.PeriodFields;
import org.semblance.portal.PortalTest;
import org.semblance.surveillance.event.CameraEvent;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

class CameraEventsViewTest extends PortalTest {
    @Test
    void lists_what_happened_in_words() {
        services.watch.events.happen("door", CameraEvent.Type.ONLINE);
        var offline = services.watch.events.happen("door", CameraEvent.Type.OFFLINE);
        open(Permissions.EVENT_READ);

        assertThat(_size(view().grid)).isEqualTo(2);
        assertThat(GridKt._get(view().grid, 0).event().type()).isEqualTo(CameraEvent.Type.OFFLINE);
        assertThat(CameraEventTexts.badge(offline).getText()).isEqualTo("Offline");
        assertThat(CameraEventTexts.details(offline)).startsWith("last frame Nov 21, 2026");
    }

    @Test
    void narrows_to_what_the_address_asks_for() {
        services.watch.events.happen("door", CameraEvent.Type.ONLINE);
        services.watch.events.happen("door", CameraEvent.Type.OFFLINE);
        signInWith(Permissions.EVENT_READ);

        UI.getCurrent().navigate("camera-events", QueryParameters.of("type", "offline"));
        assertThat(_size(view().grid)).isEqualTo(1);

        _setValue(view().filters.types, Set.of());
        assertThat(_size(view().grid)).isEqualTo(2);
    }

    @Test
    void narrows_to_a_time_that_is_chosen_and_back() {
        services.watch.events.happen("door", CameraEvent.Type.ONLINE);
        open(Permissions.EVENT_READ);
        PeriodFields period = view().filters.period;
        assertThat(period.from.isVisible()).isFalse();

        _click(period.opener);
        _setValue(period.from, LocalDateTime.of(2099, 1, 1, 0, 0));
        assertThat(_size(view().grid)).isZero();

        _click(period.opener);
        assertThat(_size(view().grid)).isEqualTo(1);
        assertThat(period.from.isVisible()).isFalse();
    }

    @Test
    void shows_the_time_that_the_address_asks_for() {
        signInWith(Permissions.EVENT_READ);

        UI.getCurrent().navigate("camera-events", QueryParameters.of("to", "2026-11-21T00:00:00Z"));

        assertThat(view().filters.period.to.isVisible()).isTrue();
        assertThat(view().filters.period.to.isEmpty()).isFalse();
    }

    @Test
    void tells_how_much_is_new() {
        services.watch.events.happen("door", CameraEvent.Type.ONLINE);
        open(Permissions.EVENT_READ);
        assertThat(GridKt._get(view().grid, 0)).isNotNull();

        services.watch.events.happen("door", CameraEvent.Type.OFFLINE);

        assertThat(view().grid.countNewer()).isEqualTo(1);
        view().pill.arrived(1, false);
        assertThat(view().pill.isVisible()).isTrue();
    }

    @Test
    void is_closed_to_others() {
        open(Permissions.CAMERA_READ);

        assertThat(_find(AccessDeniedView.class)).hasSize(1);
    }

    private void open(String... permissions) {
        signInWith(permissions);
        UI.getCurrent().navigate("camera-events");
    }

    private static CameraEventsView view() {
        return _get(CameraEventsView.class);
    }
}
