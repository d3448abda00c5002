package org.semblance.gallery.ui;

import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.NewPerson;
import org.semblance.gallery.PersonFound;
import org.semblance.gallery.PersonId;
import org.semblance.portal.PortalTest;
import org.semblance.storage.ImageKey;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

class PersonPickerTest extends PortalTest {
    private final GalleryName staff = services.galleries.have("staff", "Staff");
    private final PersonChoices choices = new PersonChoices(services.persons, services.shell.lookup(), services.urls);

    @Test
    void leafs_through_all_persons_of_a_gallery() {
        for (int i = 0; i < 120; i++) {
            services.persons.create(staff, new NewPerson("Anna " + i, null));
        }

        var picker = shown(new PersonPicker(choices, () -> Optional.of(staff)));

        assertThat(ComboBoxKt.getSuggestions(picker)).hasSize(120).contains("Anna 0", "Anna 119");
    }

    @Test
    void says_in_which_gallery_somebody_is_where_that_is_not_said_yet() {
        services.shell.persons.add(new PersonFound(new PersonId(7), staff, "Staff", "Anna", null, null));

        var picker = shown(new PersonPicker(choices));

        assertThat(ComboBoxKt.getSuggestions(picker)).containsExactly("Anna · Staff");
    }

    @Test
    void looks_where_the_view_looks_at_the_time() {
        services.shell.persons.add(new PersonFound(new PersonId(7), staff, "Staff", "Anna", null, null));
        services.persons.create(staff, new NewPerson("Berta", null));
        var chosen = new GalleryName[1];

        var picker = shown(new PersonPicker(choices, () -> Optional.ofNullable(chosen[0])));

        assertThat(ComboBoxKt.getSuggestions(picker)).containsExactly("Anna · Staff");
        chosen[0] = staff;
        assertThat(ComboBoxKt.getSuggestions(picker)).containsExactly("Berta");
    }

    @Test
    void shows_what_somebody_looks_like() {
        var crop = new ImageKey("persons/7/crops/anna.jpg");
        var anna = new PersonFound(new PersonId(7), staff, "Staff", "Anna", null, crop);
        var picker = shown(new PersonPicker(choices));

        var row = picker.row(anna);

        assertThat(_get(row, Avatar.class).getImage()).startsWith("/files/" + crop);
        assertThat(_get(row, Span.class).getText()).isEqualTo("Anna · Staff");
    }

    private static PersonPicker shown(PersonPicker picker) {
        UI.getCurrent().add(picker);
        return picker;
    }
}
