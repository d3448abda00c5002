package org.semblance.gallery.ui;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.UploadKt;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.QueryParameters;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.NewPerson;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonQuery;
import org.semblance.gallery.SeveralFacesException;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.FailureView;
import org.semblance.platform.ui.NotFoundView;
import org.semblance.portal.PortalTest;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

class PersonsViewTest extends PortalTest {
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 0};

    private final GalleryName staff = services.galleries.have("staff", "Staff");

    @Test
    void lists_the_persons_of_the_gallery_in_the_address() {
        services.galleries.have("guests", "Guests");
        have("Anna", "Berta");

        open("persons/staff");

        assertThat(_size(view().grid)).isEqualTo(2);
        assertThat(GridKt._get(view().grid, 1).name()).isEqualTo("Berta");
        assertThat(view().picker.getValue().name()).isEqualTo("staff");
    }

    @Test
    void filters_by_what_the_name_begins_with() {
        have("Anna", "Berta");
        open("persons/staff");

        _setValue(view().filter, "ber");

        assertThat(_size(view().grid)).isEqualTo(1);
        assertThat(services.persons.queries).extracting(PersonQuery::text).contains("ber");
    }

    @Test
    void opens_with_the_filter_in_the_address() {
        have("Anna", "Berta");

        signInWith(Permissions.ALL.toArray(String[]::new));
        UI.getCurrent().navigate("persons/staff", QueryParameters.of("q", "an"));

        assertThat(_size(view().grid)).isEqualTo(1);
    }

    @Test
    void pages_through_a_long_list_by_ids() {
        for (int i = 0; i < 120; i++) {
            have("Person " + i);
        }
        open("persons/staff");

        assertThat(_size(view().grid)).isEqualTo(120);

        assertThat(services.persons.queries).extracting(PersonQuery::after).contains(50L, 100L);
    }

    @Test
    void shows_the_person_in_the_address_with_their_faces() {
        have("Anna");
        services.persons.addFace(services.persons.require(id(1)).id(), "faces/anna.png", 0.7);

        open("persons/staff/1");

        assertThat(view().panel.isVisible()).isTrue();
        assertThat(_get(view().panel.faces, Image.class).getSrc()).startsWith("/files/faces/anna.png?exp=");
    }

    @Test
    void enrolls_an_uploaded_photo() {
        have("Anna");
        open("persons/staff/1");

        upload();

        assertThat(services.persons.require(id(1)).faces()).isEqualTo(1);
        assertThat(_find(view().panel.faces, Image.class)).hasSize(1);
    }

    @Test
    void says_why_a_photo_cannot_be_enrolled() {
        have("Anna");
        services.enrolments.refusal = Optional.of(new SeveralFacesException(3));
        open("persons/staff/1");

        upload();

        assertThat(_find(Notification.class)).hasSize(1);
        assertThat(view().panel.progress.isVisible()).isFalse();
    }

    @Test
    void creates_a_person_and_shows_them() {
        open("persons/staff");

        _click(view().create);
        var dialog = _get(CreatePersonDialog.class);
        dialog.name.setValue("Carla");
        _click(dialog.create);

        assertThat(services.persons.require(id(1)).name()).isEqualTo("Carla");
        assertThat(view().panel.isVisible()).isTrue();
    }

    @Test
    void deletes_a_person_once_that_is_confirmed() {
        have("Anna");
        open("persons/staff/1");

        _click(view().panel.delete);
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(services.persons.list(new PersonQuery(staff, "", 0, 10)).items())
                .isEmpty();
        assertThat(view().panel.isVisible()).isFalse();
    }

    @Test
    void offers_readers_nothing_to_change() {
        have("Anna");
        signInWith(Permissions.GALLERY_READ, Permissions.PERSON_READ);
        UI.getCurrent().navigate("persons/staff/1");

        assertThat(view().create.isVisible()).isFalse();
        assertThat(view().panel.upload.isVisible()).isFalse();
        assertThat(view().panel.delete.isVisible()).isFalse();
    }

    @Test
    void asks_for_a_gallery_when_there_is_none() {
        services.galleries.delete(staff);

        open("persons");

        assertThat(_get(NoGalleries.class).create.isVisible()).isTrue();
        assertThat(_find(PersonGrid.class)).isEmpty();
    }

    @Test
    void knows_no_gallery_of_that_name() {
        open("persons/strangers");

        assertThat(_find(NotFoundView.class)).hasSize(1);
    }

    @Test
    void says_that_a_person_is_gone() {
        open("persons/staff/99");

        assertThat(_find(FailureView.class)).hasSize(1);
    }

    private void have(String... names) {
        for (String name : names) {
            services.persons.create(staff, new NewPerson(name, null));
        }
    }

    private void open(String address) {
        signInWith(Permissions.ALL.toArray(String[]::new));
        UI.getCurrent().navigate(address);
    }

    private void upload() {
        UploadKt._upload(view().panel.upload, "anna.jpg", "image/jpeg", JPEG);
        settle();
    }

    private static PersonsView view() {
        return _get(PersonsView.class);
    }

    private static PersonId id(long value) {
        return new PersonId(value);
    }
}
