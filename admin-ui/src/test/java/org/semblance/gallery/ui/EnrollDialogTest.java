package org.semblance.gallery.ui;

import com.github.mvysny.kaributesting.v10.UploadKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import elemental.json.Json;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.LowQualityException;
import org.semblance.gallery.NewPerson;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.SeveralFacesException;
import org.semblance.gallery.guided.FaceOfAnotherException;
import org.semblance.platform.Permissions;
import org.semblance.platform.Problem;
import org.semblance.portal.PortalTest;
import org.semblance.vision.Quality;
import org.semblance.vision.QualityReason;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

/** Enrolling somebody who is there: what the camera and files show is judged in words until enough is good. */
class EnrollDialogTest extends PortalTest {
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 0};

    private final GalleryName staff = services.galleries.have("staff", "Staff");
    private final PersonId anna =
            services.persons.create(staff, new NewPerson("Anna", null)).id();

    @Test
    void three_photos_complete_an_enrolment() {
        open();
        assertThat(dialog().slots.getChildren()).hasSize(3);
        assertThat(_find(dialog().slots, Image.class)).isEmpty();

        choosePhoto();
        choosePhoto();
        assertThat(_find(dialog().slots, Image.class)).hasSize(2);
        assertThat(dialog().verdict.text()).isEqualTo("Taken. 2 of 3 good pictures are there.");
        choosePhoto();

        assertThat(_find(dialog().slots, Image.class)).hasSize(3);
        assertThat(dialog().intro.getElement().getTextRecursively()).startsWith("Anna can be recognised");
        assertThat(dialog().upload.isAttached() && isSeen()).isFalse();
        _click(dialog().done);
        assertThat(services.persons.require(anna).faces()).isEqualTo(3);
        assertThat(_get(FaceTiles.class).tiles.getChildren()).hasSize(3);
    }

    @Test
    void what_is_wrong_with_a_photo_is_told_in_words_and_nothing_is_stored() {
        open();

        refuse(new LowQualityException(
                new Quality(0.1, Set.of(QualityReason.TOO_BLURRED, QualityReason.TOO_SMALL)), 0.3));
        choosePhoto();
        assertThat(dialog().verdict.text())
                .isEqualTo("The face is too small: come closer, or choose a larger photo. "
                        + "The picture is blurred: hold still, or focus.");
        refuse(new SeveralFacesException(2));
        choosePhoto();
        assertThat(dialog().verdict.text()).startsWith("The photo shows several faces.");

        assertThat(services.persons.require(anna).faces()).isZero();
    }

    @Test
    void somebody_elses_face_is_refused_by_name_to_who_may_know_it() {
        PersonId berta =
                services.persons.create(staff, new NewPerson("Berta", null)).id();
        open();

        refuse(new FaceOfAnotherException(berta));
        choosePhoto();

        assertThat(dialog().verdict.text()).startsWith("This is the face of Berta.");
    }

    @Test
    void the_camera_is_judged_while_it_is_on_and_only_a_good_picture_can_be_taken() {
        open();
        fire("camera-on", "");
        assertThat(dialog().camera.take.isEnabled()).isFalse();

        refuse(new LowQualityException(new Quality(0.1, Set.of(QualityReason.EXTREME_POSE)), 0.3));
        see(false);
        assertThat(dialog().verdict.text()).startsWith("The face is turned away");
        assertThat(dialog().camera.take.isEnabled()).isFalse();
        services.guided.refusal = Optional.empty();
        see(false);
        assertThat(dialog().verdict.text()).isEqualTo("This is a good picture: quality 0.80.");
        assertThat(dialog().camera.take.isEnabled()).isTrue();
        assertThat(services.persons.require(anna).faces()).isZero();

        _click(dialog().camera.take);
        see(true);

        assertThat(services.persons.require(anna).faces()).isEqualTo(1);
        assertThat(dialog().camera.take.isEnabled()).isFalse();
    }

    @Test
    void a_refused_camera_is_told_and_photos_can_still_be_chosen() {
        open();
        _click(dialog().camera.start);

        fire("camera-failed", "refused");

        assertThat(dialog().camera.trouble.getText()).startsWith("The browser may not use the camera.");
        assertThat(dialog().camera.start.isEnabled()).isTrue();
        choosePhoto();
        assertThat(services.persons.require(anna).faces()).isEqualTo(1);
    }

    @Test
    void trouble_that_nobody_knows_is_told_in_plain_words() {
        open();

        fire("camera-failed", "<script>");

        assertThat(dialog().camera.trouble.getText()).startsWith("The camera stopped.");
    }

    @Test
    void nobody_is_enrolled_who_has_not_agreed() {
        services.guided.mayBeRecognised = false;

        open();

        assertThat(isSeen()).isFalse();
        assertThat(_get(dialog(), Anchor.class).getHref()).isEqualTo("privacy/1");
    }

    @Test
    void more_pictures_can_be_taken_of_somebody_who_has_enough() {
        for (int i = 0; i < 3; i++) {
            services.persons.addFace(anna, "faces/" + i + ".png", 0.9);
        }
        open();
        assertThat(isSeen()).isFalse();

        _click(dialog().more);
        choosePhoto();

        assertThat(services.persons.require(anna).faces()).isEqualTo(4);
    }

    @Test
    void who_may_not_enroll_is_not_offered_to() {
        signInWith(Permissions.PERSON_READ, Permissions.GALLERY_READ);

        UI.getCurrent().navigate("persons/staff/1");

        assertThat(_get(PersonsView.class).panel.enroll.isVisible()).isFalse();
        assertThat(_get(PersonsView.class).panel.privacy.isVisible()).isFalse();
        _assertNone(EnrollDialog.class);
    }

    private void open() {
        signInWith(Permissions.ALL.toArray(String[]::new));
        UI.getCurrent().navigate("persons/staff/1");
        assertThat(_get(PersonsView.class).panel.privacy.getHref()).isEqualTo("privacy/1");
        _click(_get(PersonsView.class).panel.enroll);
    }

    private void refuse(Problem problem) {
        services.guided.refusal = Optional.of(problem);
    }

    private static void choosePhoto() {
        UploadKt._upload(dialog().upload, "anna.jpg", "image/jpeg", JPEG);
    }

    private static void see(boolean isTaken) {
        dialog().look(JPEG, isTaken).execute();
    }

    private static void fire(String type, String reason) {
        var element = dialog().camera.getElement();
        var data = Json.createObject();
        data.put("event.detail.reason", reason);
        element.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(element, type, data));
    }

    private static boolean isSeen() {
        return dialog().upload.getParent().orElseThrow().isVisible();
    }

    private static EnrollDialog dialog() {
        return _get(EnrollDialog.class);
    }
}
