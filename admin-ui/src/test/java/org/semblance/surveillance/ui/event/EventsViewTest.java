package org.semblance.surveillance.ui.event;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.ui.CandidateRow;
import org.semblance.gallery.ui.ScoreBar;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.AccessDeniedView;
import org.semblance.platform.ui.FailureView;
import org.semblance.platform.ui.KeyedPages;
import org.semblance.portal.PortalTest;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

class EventsViewTest extends PortalTest {
    @Test
    void lists_the_newest_first_with_small_pictures() {
        services.watch.events.matched("door", 7, "Anna");
        services.watch.events.unknown("door");
        open(Permissions.EVENT_READ);

        assertThat(_size(view().grid)).isEqualTo(2);
        assertThat(GridKt._get(view().grid, 0).recorded().person()).isNull();
        assertThat(GridKt._get(view().grid, 1).picture())
                .hasToString("images/sightings/"
                        + GridKt._get(view().grid, 1).recorded().event().sighting() + ".png");
    }

    @Test
    void pages_through_many_by_their_ids() {
        for (int i = 0; i < 120; i++) {
            services.watch.events.unknown("door");
        }
        open(Permissions.EVENT_READ);

        assertThat(_size(view().grid)).isEqualTo(120);
        assertThat(services.watch.events.afters).hasSize(119 / KeyedPages.SIZE);
    }

    @Test
    void filters_are_in_the_address() {
        services.watch.events.matched("door", 7, "Anna");
        services.watch.events.unknown("yard");
        signInWith(Permissions.EVENT_READ);

        UI.getCurrent()
                .navigate(
                        "events",
                        QueryParameters.fromString(
                                "camera=door&outcome=matched&access=allowed&from=2026-11-21T00:00:00Z&person=7"));

        assertThat(_size(view().grid)).isEqualTo(1);
        var query = services.watch.events.queries.get(0);
        assertThat(query.traits().isAllowed()).isTrue();
        assertThat(query.traits().person()).isEqualTo(7);
        assertThat(query.period().from()).isEqualTo("2026-11-21T00:00:00Z");
        assertThat(view().filters.outcomes.getValue()).containsExactly(Outcome.MATCHED);
    }

    @Test
    void narrows_when_a_filter_is_chosen() {
        services.watch.events.matched("door", 7, "Anna");
        services.watch.events.unknown("door");
        open(Permissions.EVENT_READ);

        _setValue(view().filters.outcomes, Set.of(Outcome.UNKNOWN));

        assertThat(_size(view().grid)).isEqualTo(1);
    }

    @Test
    void says_of_an_event_who_it_was_and_by_which_numbers() {
        var event = services.watch.events.matched("door", 7, "Anna");
        open(Permissions.EVENT_READ);

        UI.getCurrent().navigate("events/" + event.id());

        assertThat(view().panel.isVisible()).isTrue();
        assertThat(_find(view().panel, ScoreBar.class)).hasSize(2);
        assertThat(texts())
                .contains("One person is clearly the most similar.", "A rule allows it, and none denies it")
                .anyMatch(text -> text.startsWith("Similarity 0.83 reaches the threshold 0.50."));
        assertThat(_get(view().panel, Image.class).getSrc()).startsWith("/files/images/sightings/");
        assertThat(_find(view().panel, Span.class))
                .anyMatch(span -> span.getText().equals("m/1"));
    }

    @Test
    void shows_reviewers_whom_an_unknown_face_looks_like_by_now() {
        var event = services.watch.events.unknown("door");
        services.watch.queue.have(1, 1);
        services.watch.queue.like(7, "Anna", 0.62);
        open(Permissions.EVENT_READ, Permissions.UNKNOWN_REVIEW);

        UI.getCurrent().navigate("events/" + event.id());

        assertThat(_find(view().panel, CandidateRow.class)).hasSize(1);
        assertThat(_find(view().panel, RouterLink.class))
                .anyMatch(link -> link.getHref().equals("unknown-faces/1"));
    }

    @Test
    void new_ones_are_shown_at_once_to_whoever_looks_at_the_beginning() {
        services.watch.events.unknown("door");
        open(Permissions.EVENT_READ);

        services.watch.events.matched("door", 7, "Anna");
        view().pill.arrived(1, true);

        assertThat(_size(view().grid)).isEqualTo(2);
        assertThat(view().pill.isVisible()).isFalse();
    }

    @Test
    void whoever_reads_further_down_is_told_how_many_are_new() {
        services.watch.events.unknown("door");
        open(Permissions.EVENT_READ);
        assertThat(_size(view().grid)).isEqualTo(1);
        assertThat(GridKt._get(view().grid, 0)).isNotNull();

        services.watch.events.matched("door", 7, "Anna");
        services.watch.events.unknown("door");
        assertThat(view().grid.countNewer()).isEqualTo(2);
        view().pill.arrived(2, false);

        assertThat(view().pill.show.getText()).isEqualTo("2 new");
        _click(view().pill.show);
        assertThat(_size(view().grid)).isEqualTo(3);
        assertThat(view().pill.isVisible()).isFalse();
    }

    @Test
    void exports_are_for_those_who_may_carry_events_away() {
        open(Permissions.EVENT_READ);
        assertThat(view().export.isVisible()).isFalse();

        closePortal();
        openPortal();
        open(Permissions.EVENT_READ, Permissions.EVENT_EXPORT);
        assertThat(view().export.isVisible()).isTrue();
    }

    @Test
    void says_what_to_do_while_there_is_nothing() {
        open(Permissions.EVENT_READ);

        assertThat(_size(view().grid)).isZero();
        assertThat(view().grid.getEmptyStateComponent()).isNotNull();
    }

    @Test
    void says_that_an_event_is_not_there() {
        open(Permissions.EVENT_READ);

        UI.getCurrent().navigate("events/00000000-0000-0001-0000-000000000063");

        assertThat(_find(FailureView.class)).hasSize(1);
    }

    @Test
    void is_closed_to_others() {
        open(Permissions.CAMERA_READ);

        assertThat(_find(AccessDeniedView.class)).hasSize(1);
    }

    private List<String> texts() {
        return _find(view().panel, Paragraph.class).stream()
                .map(Paragraph::getText)
                .toList();
    }

    private void open(String... permissions) {
        signInWith(permissions);
        UI.getCurrent().navigate("events");
    }

    private static EventsView view() {
        return _get(EventsView.class);
    }
}
