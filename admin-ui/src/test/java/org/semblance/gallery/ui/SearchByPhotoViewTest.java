package org.semblance.gallery.ui;

import com.github.mvysny.kaributesting.v10.UploadKt;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.RouterLink;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.semblance.platform.BusyException;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.NotFoundView;
import org.semblance.portal.PortalTest;
import org.semblance.vision.Box;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

class SearchByPhotoViewTest extends PortalTest {
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 0};
    private static final byte[] NO_PICTURE = {'h', 'e', 'l', 'l', 'o'};

    @Test
    void searches_the_gallery_in_the_address() {
        services.galleries.have("guests", "Guests");
        open("search/staff");

        upload(JPEG);

        assertThat(services.searches.requests)
                .extracting(request -> request.scope().gallery())
                .extracting(Object::toString)
                .containsExactly("staff");
    }

    @Test
    void boxes_every_face_where_it_is_and_says_who_it_is() {
        services.searches.matched(new Box(20, 10, 50, 40), 1, "Anna", 0.7);
        services.searches.ambiguous(new Box(100, 10, 50, 40), 0.5);
        services.searches.unknown(new Box(160, 10, 50, 40), 0.2);
        open("search/staff");

        upload(JPEG);

        assertThat(faces().boxes)
                .extracting(NativeButton::getAriaLabel)
                .extracting(Optional::orElseThrow)
                .containsExactly("Face 1: Anna", "Face 2: Ambiguous", "Face 3: Unknown");
        assertThat(faces().boxes.get(0).getStyle().get("left")).isEqualTo("10.000%");
        assertThat(faces().boxes.get(0).getStyle().get("height")).isEqualTo("40.000%");
    }

    @Test
    void keeps_boxes_within_the_picture() {
        services.searches.unknown(new Box(160, -20, 80, 60), 0.2);
        open("search/staff");

        upload(JPEG);

        var style = faces().boxes.get(0).getStyle();
        assertThat(style.get("top")).isEqualTo("0.000%");
        assertThat(style.get("width")).isEqualTo("20.000%");
        assertThat(style.get("height")).isEqualTo("40.000%");
    }

    @Test
    void shows_what_another_threshold_would_change() {
        services.searches.matched(new Box(20, 10, 50, 40), 1, "Anna", 0.7);
        open("search/staff");
        upload(JPEG);
        var whatIf = _get(WhatIf.class);
        assertThat(whatIf.slider.threshold()).isEqualTo(0.4);

        services.searches.faces.clear();
        services.searches.unknown(new Box(20, 10, 50, 40), 0.7);
        _setValue(whatIf.slider, "0.80");
        ComponentUtil.fireEvent(
                whatIf.slider,
                new AbstractField.ComponentValueChangeEvent<>(whatIf.slider, whatIf.slider, "0.40", true));

        assertThat(whatIf.consequence.getText()).isEqualTo("One face would be judged differently.");
        assertThat(services.searches.requests.get(1).scope().threshold()).isEqualTo(0.8);
        assertThat(_get(FaceCard.class).getElement().getTextRecursively())
                .contains("With the gallery’s threshold: Anna");
        _click(whatIf.reset);
        assertThat(faces().cards.get(0).label()).isEqualTo("Anna");
    }

    @Test
    void marks_a_face_in_the_list_when_its_box_is_clicked_and_the_reverse() {
        services.searches.matched(new Box(20, 10, 50, 40), 1, "Anna", 0.7);
        services.searches.unknown(new Box(160, 10, 30, 40), 0.2);
        open("search/staff");
        upload(JPEG);

        _click(faces().boxes.get(1));
        assertThat(faces().cards.get(1).hasClassName("chosen")).isTrue();

        _click(faces().cards.get(0).heading);
        assertThat(faces().boxes.get(0).hasClassName("chosen")).isTrue();
        assertThat(faces().boxes.get(1).hasClassName("chosen")).isFalse();
        assertThat(faces().cards.get(1).hasClassName("chosen")).isFalse();
    }

    @Test
    void leads_from_a_candidate_to_the_person() {
        services.searches.matched(new Box(20, 10, 50, 40), 17, "Anna", 0.7);
        open("search/staff");

        upload(JPEG);

        assertThat(_get(faces(), RouterLink.class).getHref()).isEqualTo("persons/staff/17");
    }

    @Test
    void searches_the_same_photo_again_in_another_gallery() {
        services.galleries.have("guests", "Guests");
        open("search/staff");
        upload(JPEG);

        UI.getCurrent().navigate("search/guests");

        assertThat(services.searches.requests)
                .extracting(request -> request.scope().gallery().value())
                .containsExactly("staff", "guests");
    }

    @Test
    void says_what_is_wrong_with_what_is_no_photo() {
        open("search/staff");

        upload(NO_PICTURE);

        assertThat(_find(Notification.class)).hasSize(1);
        assertThat(services.searches.requests).isEmpty();
        assertThat(view().progress.isVisible()).isFalse();
    }

    @Test
    void says_when_the_server_has_too_much_to_do() {
        services.searches.refusal = Optional.of(new BusyException("busy", 5));
        open("search/staff");

        upload(JPEG);

        assertThat(_find(Notification.class)).hasSize(1);
        assertThat(_find(RecognizedFaces.class)).isEmpty();
    }

    @Test
    void says_when_the_photo_shows_no_face() {
        open("search/staff");

        upload(JPEG);

        assertThat(faces().boxes).isEmpty();
        assertThat(_find(EmptyState.class)).hasSize(2);
    }

    @Test
    void asks_for_a_gallery_when_there_is_none() {
        signInWith(Permissions.ALL.toArray(String[]::new));
        UI.getCurrent().navigate("search");

        assertThat(_get(NoGalleries.class).create.isVisible()).isTrue();
        assertThat(_find(PhotoUpload.class)).isEmpty();
    }

    @Test
    void knows_no_gallery_of_that_name() {
        open("search/strangers");

        assertThat(_find(NotFoundView.class)).hasSize(1);
    }

    private void open(String address) {
        services.galleries.have("staff", "Staff");
        signInWith(Permissions.ALL.toArray(String[]::new));
        UI.getCurrent().navigate(address);
    }

    private void upload(byte[] bytes) {
        UploadKt._upload(view().upload, "photo.jpg", "image/jpeg", bytes);
        settle();
    }

    private static SearchByPhotoView view() {
        return _get(SearchByPhotoView.class);
    }

    private static RecognizedFaces faces() {
        return _get(RecognizedFaces.class);
    }
}
