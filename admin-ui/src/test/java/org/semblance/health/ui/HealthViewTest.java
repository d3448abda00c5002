package org.semblance.health.ui;

import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.semblance.platform.Permissions;
import org.semblance.platform.SystemHealth.State;
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
    void speaks_the_language_of_the_user() {
        services.shell.check("disk", State.DOWN, "short", "Little is free", 1_200L, 5_000L);
        services.shell.check("search", State.DEGRADED, "searches", "Many", 1_000_000, 2, 0.25, 0.987);
        services.shell.check("models", State.DOWN, "unusable", "No", "starter", "embedder.onnx gives 512 numbers");

        signInWith(Permissions.METRICS_READ);
        UI.getCurrent().setLocale(Locale.GERMAN);
        UI.getCurrent().navigate("health");

        assertThat(_find(CheckCard.class))
                .extracting(card -> card.getElement().getTextRecursively())
                .satisfiesExactly(
                        disk -> assertThat(disk)
                                .contains("sind 1.200 MiB frei, weniger als 5.000 MiB")
                                .doesNotContain("Little"),
                        models -> assertThat(models)
                                .contains(
                                        "Modellpaket starter ist nicht zu verwenden: embedder.onnx gives 512 numbers"),
                        search -> assertThat(search)
                                .contains("Beeinträchtigt", "1.000.000 Gesichter", "2 Galerien", "0,2 s", "98,7"));
    }

    @Test
    void passes_on_what_nobody_has_translated() {
        services.shell.check("disk", State.WELL, "news", "The disk is new");

        open(Permissions.METRICS_READ);

        assertThat(_get(CheckCard.class).getElement().getTextRecursively()).contains("The disk is new");
    }

    @Test
    void counts_what_is_up_but_wants_looking_after() {
        services.shell.check("webhooks", State.DEGRADED, "queue", "Late", 3, 90, 0);
        services.shell.check("database", true, "The database answers");

        open(Permissions.METRICS_READ);

        assertThat(_get(HealthView.class).summary.getText()).startsWith("1 of 2 checks found a problem");
        assertThat(_find(CheckCard.class).get(0).getElement().getTextRecursively())
                .contains("Degraded", "3 deliveries wait, the oldest is overdue by 90 s.");
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
