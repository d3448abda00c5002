package org.semblance.gallery.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GallerySummary;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.TypedConfirmation;
import org.semblance.portal.PortalTest;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

class GalleriesViewTest extends PortalTest {

    @Test
    void shows_a_card_for_every_gallery() {
        services.galleries.have("staff", "Staff");
        services.galleries.have("guests", "Guests");

        open(Permissions.GALLERY_READ);

        assertThat(_find(GalleryCard.class)).hasSize(2);
        assertThat(_find(EmptyState.class)).isEmpty();
    }

    @Test
    void creates_the_first_gallery_and_opens_it() {
        open(Permissions.GALLERY_READ, Permissions.GALLERY_WRITE, Permissions.PERSON_READ);

        _click(_get(Button.class, spec -> spec.withText("Create gallery")));
        var dialog = _get(CreateGalleryDialog.class);
        dialog.galleryTitle.setValue("Gäste des Sommerfests");
        _click(dialog.create);

        assertThat(services.galleries.list()).extracting(GallerySummary::name).containsExactly("gaste-des-sommerfests");
        assertThat(_find(PersonsView.class)).hasSize(1);
    }

    @Test
    void says_when_the_name_is_taken() {
        services.galleries.have("staff", "Staff");
        open(Permissions.GALLERY_READ, Permissions.GALLERY_WRITE);

        _click(_get(Button.class, spec -> spec.withText("Create gallery")));
        var dialog = _get(CreateGalleryDialog.class);
        dialog.galleryTitle.setValue("Staff");
        _click(dialog.create);

        assertThat(dialog.name.isInvalid()).isTrue();
        assertThat(dialog.name.getErrorMessage()).contains("exists already");
        assertThat(dialog.isOpened()).isTrue();
    }

    @Test
    void deletes_a_gallery_only_once_its_name_has_been_typed() {
        services.galleries.have("staff", "Staff");
        open(Permissions.GALLERY_READ, Permissions.GALLERY_WRITE);

        _click(_get(GalleryCard.class).delete);
        var dialog = _get(TypedConfirmation.class);
        dialog.typed.setValue("staf");
        assertThat(dialog.confirm.isEnabled()).isFalse();
        dialog.typed.setValue("staff");
        _click(dialog.confirm);

        assertThat(services.galleries.list()).isEmpty();
        assertThat(_find(GalleryCard.class)).isEmpty();
    }

    @Test
    void offers_readers_nothing_to_change() {
        services.galleries.have("staff", "Staff");

        open(Permissions.GALLERY_READ);

        assertThat(_get(GalleryCard.class).delete.isVisible()).isFalse();
        assertThat(_find(Button.class, spec -> spec.withText("Create gallery"))).isEmpty();
    }

    @Test
    void changes_the_rules_of_a_gallery() {
        services.galleries.have("staff", "Staff");
        signInWith(Permissions.GALLERY_READ, Permissions.GALLERY_WRITE);
        UI.getCurrent().navigate(GalleriesView.class);

        _click(_get(GalleryCard.class).edit);
        var dialog = _get(EditGalleryDialog.class);
        _setValue(dialog.galleryTitle, "Our staff");
        dialog.rules.minFaces.setValue(3);
        _click(dialog.save);

        var changed = services.galleries.require(new GalleryName("staff"));
        assertThat(changed.title()).isEqualTo("Our staff");
        assertThat(changed.rules().minFaces()).isEqualTo(3);
    }

    private void open(String... permissions) {
        signInWith(permissions);
        UI.getCurrent().navigate(GalleriesView.class);
    }
}
