package org.semblance.gallery.ui;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.NewPerson;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonPatch;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Badge;
import org.semblance.portal.PortalTest;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

/** What people put right about persons: who is one with whom, and whose a face is. */
class PersonCorrectionsTest extends PortalTest {
    private final GalleryName staff = services.galleries.have("staff", "Staff");
    private final PersonId anna = have("Anna");
    private final PersonId berta = have("Berta");

    @Test
    void merges_persons_and_takes_it_back() {
        services.persons.addFace(anna, "faces/a.png", 0.7);
        services.persons.addFace(berta, "faces/b.png", 0.7);
        open("persons/staff");

        tick(0);
        tick(1);
        _click(view().selection.merge);
        var dialog = _get(MergeDialog.class);
        dialog.survivor.setValue(services.persons.require(berta));
        assertThat(dialog.preview.getText()).startsWith("Berta will have 2 faces.");
        _click(dialog.merge);

        assertThat(_size(view().grid)).isEqualTo(1);
        assertThat(services.persons.require(berta).faces()).isEqualTo(2);
        _click(_get(Button.class, spec -> spec.withText("Undo").withClasses("notice-undo")));
        assertThat(_size(view().grid)).isEqualTo(2);
        assertThat(services.persons.require(anna).faces()).isEqualTo(1);
    }

    @Test
    void chooses_the_picture_of_a_person_and_takes_it_back() {
        services.persons.addFace(anna, "faces/plain.png", 0.5);
        services.persons.addFace(anna, "faces/best.png", 0.9);
        open("persons/staff/1");
        assertThat(_get(view().panel.faces, Badge.class).getText()).isEqualTo("Best picture");
        assertThat(pictureInPanel()).contains("faces/best.png");

        _setValue(_find(view().panel.faces, Checkbox.class).get(0), true);
        _click(_get(FaceActions.class).cover);

        assertThat(_get(view().panel.faces, Badge.class).getText()).isEqualTo("Chosen picture");
        assertThat(pictureInPanel()).contains("faces/plain.png");
        _click(_get(Button.class, spec -> spec.withText("Undo").withClasses("notice-undo")));
        assertThat(pictureInPanel()).contains("faces/best.png");
    }

    @Test
    void a_chosen_picture_can_be_left_to_the_best_again() {
        var plain = services.persons.addFace(anna, "faces/plain.png", 0.5);
        services.persons.addFace(anna, "faces/best.png", 0.9);
        services.persons.change(anna, PersonPatch.cover(plain.id()), ExpectedVersion.ANY);
        open("persons/staff/1");

        _setValue(_find(view().panel.faces, Checkbox.class).get(0), true);
        assertThat(_get(FaceActions.class).cover.getText()).isEqualTo("Show the best picture");
        _click(_get(FaceActions.class).cover);

        assertThat(pictureInPanel()).contains("faces/best.png");
    }

    @Test
    void one_picture_stands_for_a_person_not_several() {
        services.persons.addFace(anna, "faces/a.png", 0.5);
        services.persons.addFace(anna, "faces/b.png", 0.9);
        open("persons/staff/1");

        _find(view().panel.faces, Checkbox.class).forEach(box -> _setValue(box, true));

        assertThat(_get(FaceActions.class).cover.isEnabled()).isFalse();
    }

    @Test
    void splits_faces_off() {
        services.persons.addFace(anna, "faces/a.png", 0.7);
        services.persons.addFace(anna, "faces/b.png", 0.7);
        open("persons/staff/1");

        _setValue(_find(view().panel.faces, Checkbox.class).get(0), true);
        _click(_get(FaceActions.class).split);
        _setValue(nameField(), "Clara");
        _click(_get(FacesDialog.class).submit);

        assertThat(services.persons.require(anna).faces()).isEqualTo(1);
        assertThat(services.persons.require(new PersonId(3)).name()).isEqualTo("Clara");
        assertThat(text(view().panel.changes)).contains("One face split off");
    }

    @Test
    void moves_a_face_to_somebody_else() {
        services.persons.addFace(anna, "faces/a.png", 0.7);
        open("persons/staff/1");

        _setValue(_find(view().panel.faces, Checkbox.class).get(0), true);
        assertThat(_get(FaceActions.class).split.isEnabled()).isFalse();
        _click(_get(FaceActions.class).move);
        _get(PersonPicker.class).setValue(GalleryPersons.found(services.persons.require(berta)));
        _click(_get(FacesDialog.class).submit);

        assertThat(services.persons.require(berta).faces()).isEqualTo(1);
        assertThat(services.persons.require(anna).faces()).isZero();
    }

    @Test
    void renames_a_person() {
        open("persons/staff/1");

        _click(view().panel.edit);
        var dialog = _get(EditPersonDialog.class);
        _setValue(dialog.name, "Anna Berg");
        _click(dialog.save);

        assertThat(services.persons.require(anna).name()).isEqualTo("Anna Berg");
        assertThat(text(view().panel)).contains("Anna Berg");
    }

    @Test
    void brings_a_deleted_person_back() {
        services.persons.delete(anna);
        open("deleted-persons/staff");
        var view = _get(DeletedPersonsView.class);
        assertThat(_size(view.grid)).isEqualTo(1);

        Component actions = GridKt._getCellComponent(view.grid, 0, "actions");
        _click(_get(actions, Button.class, spec -> spec.withText("Bring back")));

        assertThat(services.persons.require(anna).name()).isEqualTo("Anna");
        assertThat(_size(view.grid)).isZero();
    }

    @Test
    void readers_find_nothing_to_change() {
        services.persons.addFace(anna, "faces/a.png", 0.7);
        signInWith(Permissions.PERSON_READ, Permissions.GALLERY_READ);

        UI.getCurrent().navigate("persons/staff/1");

        assertThat(_find(view().panel.faces, Checkbox.class)).isEmpty();
        assertThat(view().panel.edit.isVisible()).isFalse();
        assertThat(view().grid.getColumns().get(0).isVisible()).isFalse();
    }

    @Test
    void who_may_not_delete_does_not_see_who_was_deleted() {
        signInWith(Permissions.PERSON_READ, Permissions.GALLERY_READ);

        UI.getCurrent().navigate("deleted-persons/staff");

        assertThat(_find(DeletedPersonsView.class)).isEmpty();
    }

    private TextField nameField() {
        return _get(_get(FacesDialog.class), TextField.class);
    }

    /** As the box in a row does, which the browser makes. */
    private void tick(int row) {
        view().selection.tick(GridKt._get(view().grid, row), true);
    }

    private PersonId have(String name) {
        return services.persons.create(staff, new NewPerson(name, null)).id();
    }

    private void open(String address) {
        signInWith(Permissions.ALL.toArray(String[]::new));
        UI.getCurrent().navigate(address);
    }

    private static PersonsView view() {
        return _get(PersonsView.class);
    }

    private static String pictureInPanel() {
        return _get(view().panel, Avatar.class).getImage();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
