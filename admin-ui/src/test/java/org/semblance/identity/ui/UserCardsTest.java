package org.semblance.identity.ui;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.NewPerson;
import org.semblance.gallery.PersonFound;
import org.semblance.gallery.PersonId;
import org.semblance.identity.directory.UserSummary;
import org.semblance.platform.Permissions;
import org.semblance.portal.PortalTest;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

/** Whose face a user has, and by which identities they come in: the cards of the page of a user. */
class UserCardsTest extends PortalTest {

    {
        services.preferAdmin();
    }

    @Test
    void tells_whose_face_is_the_users() {
        UserSummary ben = services.admin.users.have("ben");
        services.shell.claimed.add(
                new PersonFound(new PersonId(4), new GalleryName("staff"), "Staff", "Ben North", null, null));
        open("users/" + ben.id(), Permissions.USER_READ, Permissions.PERSON_READ);

        var card = _get(UserPersonsCard.class);

        assertThat(card.list.getChildren()).hasSize(1);
        assertThat(_find(card.list, Button.class)).isEmpty();
    }

    @Test
    void enrolls_a_user_who_is_nobody_yet_in_a_gallery() {
        services.galleries.have("staff", "Staff");
        UserSummary ben = services.admin.users.have("ben");
        openToEnroll(ben);

        _click(_get(UserPersonsCard.class).enroll);

        assertThat(services.persons.made).extracting(NewPerson::userId).containsExactly(ben.id());
        assertThat(services.persons.made)
                .extracting(NewPerson::name)
                .containsExactly(ben.traits().displayName());
        assertThat(_get(Dialog.class).getHeaderTitle())
                .isEqualTo("Enroll " + ben.traits().displayName());
    }

    @Test
    void enrolls_a_user_as_who_they_are_in_the_gallery_already() {
        GalleryName staff = services.galleries.have("staff", "Staff");
        PersonId known =
                services.persons.create(staff, new NewPerson("Ben North", null)).id();
        services.shell.claimed.add(new PersonFound(known, staff, "Staff", "Ben North", null, null));
        openToEnroll(services.admin.users.have("ben"));

        _click(_get(UserPersonsCard.class).enroll);

        assertThat(services.persons.made).hasSize(1);
        assertThat(_find(Dialog.class)).hasSize(1);
    }

    @Test
    void removes_an_identity_elsewhere_once_that_is_confirmed() {
        services.admin.links.have("https://sso.example", "ben-4711");
        open("users/" + services.admin.users.have("ben").id(), Permissions.USER_READ, Permissions.USER_MANAGE);
        var card = _get(UserLinksCard.class);
        assertThat(card.getElement().getTextRecursively()).contains("https://sso.example", "ben-4711");

        _click(_get(card.list, Button.class));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(_find(UserLinksCard.class)).isEmpty();
    }

    @Test
    void who_may_only_look_removes_no_identity() {
        services.admin.links.have("https://sso.example", "ben-4711");

        open("users/" + services.admin.users.have("ben").id(), Permissions.USER_READ);

        assertThat(_find(_get(UserLinksCard.class), Button.class)).isEmpty();
    }

    private void openToEnroll(UserSummary user) {
        open(
                "users/" + user.id(),
                Permissions.USER_READ,
                Permissions.PERSON_READ,
                Permissions.PERSON_ENROLL,
                Permissions.GALLERY_READ);
    }

    private void open(String address, String... permissions) {
        signInWith(permissions);
        UI.getCurrent().navigate(address);
    }
}
