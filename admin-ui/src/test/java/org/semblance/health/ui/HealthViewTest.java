package org.semblance.health.ui;

import com.vaadin.flow.component.UI;
import org.junit.jupiter.api.Test;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.AccessDeniedView;
import org.semblance.portal.PortalTest;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

class HealthViewTest extends PortalTest {

    @Test
    void puts_first_what_is_unwell() {
        services.shell.check("database", true, "The database answers");
        services.shell.check("disk", false, "5 MiB are free");

        open(Permissions.METRICS_READ);

        assertThat(_get(HealthView.class).summary.getText()).startsWith("1 of 2 checks found a problem");
        assertThat(_find(CheckCard.class))
                .extracting(card -> card.getElement().getTextRecursively())
                .satisfiesExactly(
                        first -> assertThat(first).contains("Disk", "Problem", "5 MiB are free"),
                        second -> assertThat(second).contains("Database", "Well", "Looked in 3 ms"));
    }

    @Test
    void looks_again_when_told_to() {
        services.shell.check("database", false, "It is away");
        open(Permissions.METRICS_READ);

        services.shell.checks.clear();
        services.shell.check("database", true, "The database answers");
        _get(HealthView.class).refresh();

        assertThat(_get(HealthView.class).summary.getText()).startsWith("All 1 checks are well");
        assertThat(_get(HealthView.class).facts.getElement().getTextRecursively())
                .contains("1.2.3", "node-7", "200\u00a0MB of 1\u00a0GB");
    }

    @Test
    void is_for_those_who_watch_the_server() {
        open(Permissions.GALLERY_READ);

        assertThat(_find(AccessDeniedView.class)).hasSize(1);
    }

    private void open(String permission) {
        signInWith(permission);
        UI.getCurrent().navigate("health");
    }
}
