package org.semblance.home.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTableRow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.GalleryKind;
import org.semblance.gallery.GallerySummary;
import org.semblance.jobs.JobState;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Figure;
import org.semblance.portal.PortalTest;
import org.semblance.surveillance.event.EventStatistics;
import org.semblance.surveillance.health.CameraState.Status;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

class HomeViewTest extends PortalTest {

    @Test
    void tells_at_a_glance_how_much_there_is_and_what_waits() {
        services.galleries.add(
                new GallerySummary("staff", "Staff", GalleryKind.GENERAL.rules(), 3, 7, Instant.EPOCH, 0));
        services.galleries.add(
                new GallerySummary("guests", "Guests", GalleryKind.GENERAL.rules(), 2, 4, Instant.EPOCH, 0));
        services.shell.waiting = 12;
        services.shell.cameras.put(Status.ONLINE, 4L);
        services.shell.cameras.put(Status.OFFLINE, 1L);
        services.shell.outcomes.put(JobState.RUNNING, 2L);

        open(Permissions.ALL.toArray(String[]::new));

        assertThat(figures())
                .containsExactly(
                        "12 Unknown faces waiting",
                        "4 Cameras online",
                        "0 Frames waiting",
                        "2 Jobs running",
                        "0 Jobs failed",
                        "… Persons",
                        "… Enrolled faces");
        assertThat(_find(Figure.class))
                .filteredOn(figure -> figure.hasClassName("figure-alarming"))
                .hasSize(1);
        _get(HomeView.class).showCards();
        assertThat(figures()).endsWith("2 Persons", "5 Enrolled faces").hasSize(7);
    }

    @Test
    void counts_recognitions_hour_by_hour_for_those_who_see_no_picture_too() {
        Instant thisHour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        services.shell.recognitions.add(
                new EventStatistics.OfTime(thisHour, new EventStatistics.Counts(5, 1, 2, 0, 0)));

        open(Permissions.EVENT_READ);

        var card = _get(RecognitionsCard.class);
        assertThat(card.summary.getText()).startsWith("5 recognitions: 5 known");
        assertThat(_find(card.bars, NativeTableRow.class)).isEmpty();
        NativeDetails table = _get(card.bars, NativeDetails.class);
        table.setOpen(true);
        ComponentUtil.fireEvent(table, new NativeDetails.ToggleEvent(table, true));
        List<NativeTableRow> rows = _find(card.bars, NativeTableRow.class);
        assertThat(rows).hasSize(25);
        assertThat(rows.get(24).getElement().getTextRecursively()).endsWith("512");
    }

    @Test
    void leads_failed_jobs_to_the_list_of_them() {
        services.shell.outcomes.put(JobState.FAILED, 2L);

        open(Permissions.JOB_READ);

        assertThat(_find(_get(HomeView.class).tiles, Anchor.class))
                .extracting(Anchor::getHref)
                .contains("jobs?state=failed");
    }

    @Test
    void says_what_is_unwell() {
        services.shell.check("disk", false, "5 MiB are free");
        services.shell.check("search", true, "Well: 7 faces in memory");

        open(Permissions.METRICS_READ);
        _get(HomeView.class).showCards();

        assertThat(_find(Badge.class)).extracting(Badge::getText).containsExactly("One problem");
        assertThat(_get(HomeView.class).cards.getElement().getTextRecursively())
                .contains("5 MiB are free", "7 faces in memory", "1.2.3");
    }

    @Test
    void begins_with_the_first_gallery() {
        open(Permissions.ALL.toArray(String[]::new));

        assertThat(steps()).startsWith("galleries");
    }

    @Test
    void offers_only_what_the_user_may_do() {
        services.galleries.have("staff", "Staff");

        open(Permissions.GALLERY_READ, Permissions.SEARCH_RUN);

        assertThat(steps()).containsExactly("search");
    }

    @Test
    void counts_nothing_for_those_who_may_read_nothing() {
        open(Permissions.WEBHOOK_READ);
        _get(HomeView.class).showCards();

        assertThat(_find(Figure.class)).isEmpty();
        assertThat(_find(RecognitionsCard.class)).isEmpty();
        assertThat(_find(Card.class)).isEmpty();
    }

    private void open(String... permissions) {
        signInWith(permissions);
        UI.getCurrent().navigate(HomeView.class);
    }

    private static List<String> figures() {
        return _find(_get(HomeView.class).tiles, Figure.class).stream()
                .map(figure -> figure.getElement().getChild(0).getText() + " "
                        + figure.getElement().getChild(1).getText())
                .toList();
    }

    private static List<String> steps() {
        return _find(_get(HomeView.class).steps, Anchor.class).stream()
                .map(Anchor::getHref)
                .toList();
    }
}
