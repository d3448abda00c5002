package org.semblance.surveillance.ui.access;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.AccessDeniedView;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.NotFoundView;
import org.semblance.portal.PortalTest;
import org.semblance.surveillance.access.AccessReason;
import org.semblance.surveillance.access.Effect;
import org.semblance.surveillance.access.NewAccessRule;
import org.semblance.surveillance.access.RuleTimes;
import org.semblance.surveillance.access.Whom;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

class PassersViewTest extends PortalTest {
    @Test
    void says_of_everybody_whether_they_may_why_and_by_which_rule() {
        services.watch.access.ruleService.create(new NewAccessRule(
                "Office hours", true, Effect.ALLOW, Whom.EVERYBODY, null, true, List.of(), RuleTimes.ALWAYS));
        var door = services.watch.access.door("main");
        services.watch.access.answer(door, 7, "Anna", AccessReason.ALLOWED, 1L);
        services.watch.access.answer(door, 8, "Berta", AccessReason.NO_RULE, null);
        open("passers/main", Permissions.ACCESS_READ);

        assertThat(_size(view().grid)).isEqualTo(2);
        assertThat(GridKt._getFormattedRow(view().grid, 0))
                .contains("A rule allows it, and none denies it", "Office hours")
                .element(0)
                .asString()
                .contains("Anna", "May");
        assertThat(GridKt._getFormattedRow(view().grid, 1))
                .contains("No rule allows it, at any time", "–")
                .element(0)
                .asString()
                .contains("Berta", "May not");
    }

    @Test
    void asks_of_the_moment_in_the_address() {
        services.watch.access.door("main");
        signInWith(Permissions.ACCESS_READ);

        UI.getCurrent().navigate("passers/main", QueryParameters.of("at", "2026-11-23T06:30:00Z"));
        assertThat(_size(view().grid)).isZero();

        assertThat(services.watch.access.askedAt).isEqualTo("2026-11-23T06:30:00Z");
    }

    @Test
    void narrows_to_those_who_may() {
        var door = services.watch.access.door("main");
        services.watch.access.answer(door, 7, "Anna", AccessReason.ALLOWED, null);
        services.watch.access.answer(door, 8, "Berta", AccessReason.NO_RULE, null);
        open("passers", Permissions.ACCESS_READ);

        _setValue(view().allowed, true);

        assertThat(_size(view().grid)).isEqualTo(1);
    }

    @Test
    void says_what_to_do_while_there_is_no_door() {
        open("passers", Permissions.ACCESS_READ);

        assertThat(_find(EmptyState.class)).hasSize(1);
    }

    @Test
    void knows_no_door_of_that_name() {
        services.watch.access.door("main");
        open("passers/nowhere", Permissions.ACCESS_READ);

        assertThat(_find(NotFoundView.class)).hasSize(1);
    }

    @Test
    void is_closed_to_others() {
        open("passers", Permissions.CAMERA_READ);

        assertThat(_find(AccessDeniedView.class)).hasSize(1);
    }

    private void open(String address, String... permissions) {
        signInWith(permissions);
        UI.getCurrent().navigate(address);
    }

    private static PassersView view() {
        return _get(PassersView.class);
    }
}
