package org.semblance.surveillance.ui.unknown;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.NewPerson;
import org.semblance.gallery.PersonChange;
import org.semblance.gallery.PersonChangeId;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.AccessDeniedView;
import org.semblance.platform.ui.EmptyState;
import org.semblance.portal.PortalTest;
import org.semblance.surveillance.review.AlreadyDecidedException;
import org.semblance.surveillance.unknown.UnknownQuery;
import org.semblance.surveillance.unknown.UnknownState;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

class ReviewViewTest extends PortalTest {
    {
        services.preferWatch();
    }

    private static final String[] REVIEWER = {
        Permissions.UNKNOWN_REVIEW,
        Permissions.PERSON_READ,
        Permissions.PERSON_ENROLL,
        Permissions.PERSON_EDIT,
        Permissions.GALLERY_READ
    };

    @Test
    void shows_the_newest_face_that_waits_and_whom_it_looks_like() {
        services.watch.queue.have(1, 1);
        services.watch.queue.have(2, 1);
        services.watch.queue.like(7, "Anna", 0.62);
        services.watch.queue.like(8, "Berta", 0.31);
        open(REVIEWER);

        assertThat(_find(WaitingButton.class)).hasSize(2);
        assertThat(_get(WaitingButton.class, spec -> spec.withClasses("waiting-selected"))
                        .waiting()
                        .newest()
                        .id())
                .isEqualTo(new FaceId(2));
        assertThat(view().desk.suggestions.get(2).orElseThrow().name()).isEqualTo("Berta");
    }

    @Test
    void keys_go_through_the_queue() {
        services.watch.queue.have(1, 1);
        services.watch.queue.have(2, 1);
        open(REVIEWER);

        view().desk.press("j");
        assertThat(selected()).isEqualTo(new FaceId(1));
        view().desk.press("j");
        assertThat(selected()).isEqualTo(new FaceId(1));
        view().desk.press("ArrowUp");
        assertThat(selected()).isEqualTo(new FaceId(2));
    }

    @Test
    void a_digit_assigns_to_that_suggestion_and_goes_on() {
        have("Anna");
        services.watch.queue.have(1, 1);
        services.watch.queue.have(2, 1);
        services.watch.queue.like(1, "Anna", 0.62);
        open(REVIEWER);

        view().desk.press("1");

        assertThat(services.watch.reviews.told).containsExactly("assign 1 [2]");
        assertThat(selected()).isEqualTo(new FaceId(1));
        assertThat(_get(Notification.class)).isNotNull();
    }

    @Test
    void a_stranger_who_came_back_is_decided_on_as_a_whole() {
        services.watch.queue.have(5, 3);
        services.watch.queue.have(5, 3);
        services.watch.queue.have(5, 3);
        open(REVIEWER);

        assertThat(_find(WaitingButton.class)).hasSize(1);
        assertThat(view().desk.stage.all.getValue()).isTrue();
        view().desk.press("d");

        assertThat(services.watch.reviews.told).containsExactly("dismiss [1, 2, 3]");
        assertThat(view().empty.isVisible()).isTrue();
    }

    @Test
    void one_face_of_a_stranger_can_be_decided_on_alone() {
        services.watch.queue.have(5, 2);
        services.watch.queue.have(5, 2);
        open(REVIEWER);

        view().desk.stage.all.setValue(false);
        view().desk.press("d");

        assertThat(services.watch.reviews.told).containsExactly("dismiss [2]");
        assertThat(selected()).isEqualTo(new FaceId(1));
    }

    @Test
    void dismissing_is_undone_by_a_key() {
        services.watch.queue.have(1, 1);
        open(REVIEWER);

        view().desk.press("d");
        view().desk.press("u");

        assertThat(services.watch.reviews.told).containsExactly("dismiss [1]", "restore [1]");
        assertThat(selected()).isEqualTo(new FaceId(1));
        assertThat(services.watch.queue.require(new FaceId(1)).state()).isEqualTo(UnknownState.NEW);
    }

    @Test
    void an_assignment_is_undone_in_the_changes_of_the_person() {
        have("Anna");
        services.watch.queue.have(1, 1);
        services.watch.queue.like(1, "Anna", 0.62);
        services.watch.changes.add(change(4, new FaceId(99)));
        services.watch.changes.add(change(3, new FaceId(1)));
        open(REVIEWER);

        view().desk.press("1");
        view().desk.press("u");

        assertThat(services.watch.undone).containsExactly(new PersonChangeId(3));
        assertThat(_find(WaitingButton.class)).hasSize(1);
    }

    @Test
    void n_rules_the_first_suggestion_out_and_the_face_stays() {
        services.watch.queue.have(1, 1);
        services.watch.queue.like(1, "Anna", 0.62);
        open(REVIEWER);

        view().desk.press("n");
        assertThat(services.watch.reviews.told).containsExactly("reject 1 [1]");
        assertThat(selected()).isEqualTo(new FaceId(1));

        view().desk.press("u");
        assertThat(services.faces.withdrawn).containsExactly("1 1");
    }

    @Test
    void e_enrolls_somebody_new_and_says_how_many_faces_are_missing() {
        services.watch.queue.have(1, 1);
        open(REVIEWER);

        view().desk.press("e");
        var dialog = _get(EnrollDialog.class);
        _click(dialog.enroll);
        assertThat(dialog.name.isInvalid()).isTrue();
        dialog.name.setValue("Carla");
        _click(dialog.enroll);

        assertThat(services.watch.reviews.told).containsExactly("enroll Carla [1]");
        assertThat(_find(EnrollDialog.class)).isEmpty();
        assertThat(_find(Notification.class)).hasSize(2);
    }

    @Test
    void what_somebody_else_decided_leaves_the_queue() {
        services.watch.queue.have(1, 1);
        services.watch.queue.have(2, 1);
        services.watch.reviews.refusal =
                Optional.of(new AlreadyDecidedException(new FaceId(2), "dismissed", "bob", Instant.EPOCH));
        open(REVIEWER);

        view().desk.press("d");

        assertThat(_find(WaitingButton.class)).hasSize(1);
        assertThat(selected()).isEqualTo(new FaceId(1));
    }

    @Test
    void filters_are_in_the_address() {
        services.watch.cameras.have("door", "Door", "staff");
        services.watch.queue.have(1, 1);
        signInWith(Permissions.UNKNOWN_REVIEW, Permissions.CAMERA_READ);

        UI.getCurrent().navigate("unknown-faces", QueryParameters.fromString("camera=door&recurring=true"));

        assertThat(view().recurring.getValue()).isTrue();
        assertThat(services.watch.queue.queries)
                .extracting(UnknownQuery::recurringOnly)
                .containsOnly(true);
        assertThat(view().empty.isVisible()).isTrue();
        _click(_get(com.vaadin.flow.component.button.Button.class, spec -> spec.withText("Show all")));
        assertThat(_find(WaitingButton.class)).hasSize(1);
    }

    @Test
    void opens_with_the_face_in_the_address() {
        services.watch.queue.have(1, 1);
        services.watch.queue.have(2, 1);
        signInWith(REVIEWER);

        UI.getCurrent().navigate("unknown-faces/1");

        assertThat(selected()).isEqualTo(new FaceId(1));
    }

    @Test
    void tells_of_new_faces_and_moves_nothing() {
        services.watch.queue.have(1, 1);
        open(REVIEWER);

        services.watch.queue.have(2, 1);
        view().refresh();

        assertThat(view().pill.show.getText()).isEqualTo("1 new");
        assertThat(selected()).isEqualTo(new FaceId(1));
        _click(view().pill.show);
        assertThat(_find(WaitingButton.class)).hasSize(2);
        assertThat(selected()).isEqualTo(new FaceId(1));
    }

    @Test
    void an_empty_queue_fills_by_itself() {
        open(REVIEWER);
        assertThat(_find(EmptyState.class)).hasSize(1);

        services.watch.queue.have(1, 1);
        view().refresh();

        assertThat(selected()).isEqualTo(new FaceId(1));
        assertThat(view().empty.isVisible()).isFalse();
    }

    @Test
    void whoever_may_not_enroll_can_dismiss_only() {
        services.watch.queue.have(1, 1);
        services.watch.queue.like(1, "Anna", 0.62);
        open(Permissions.UNKNOWN_REVIEW);

        assertThat(view().desk.bar.assign.isVisible()).isFalse();
        assertThat(view().desk.bar.enroll.isVisible()).isFalse();
        view().desk.press("1");
        view().desk.press("e");
        view().desk.press("a");

        assertThat(services.watch.reviews.told).isEmpty();
        assertThat(_find(EnrollDialog.class)).isEmpty();
    }

    @Test
    void is_closed_to_others() {
        open(Permissions.EVENT_READ);

        assertThat(_find(AccessDeniedView.class)).hasSize(1);
    }

    private static PersonChange change(long id, FaceId face) {
        return new PersonChange(
                new PersonChangeId(id),
                PersonChange.Kind.MOVE,
                new PersonId(1),
                null,
                List.of(face),
                "ada",
                Instant.EPOCH,
                null,
                null);
    }

    private void have(String name) {
        services.persons.create(new GalleryName("staff"), new NewPerson(name, null));
    }

    private void open(String... permissions) {
        signInWith(permissions);
        UI.getCurrent().navigate("unknown-faces");
    }

    private static FaceId selected() {
        return _get(WaitingButton.class, spec -> spec.withClasses("waiting-selected"))
                .waiting()
                .newest()
                .id();
    }

    private static ReviewView view() {
        return _get(ReviewView.class);
    }
}
