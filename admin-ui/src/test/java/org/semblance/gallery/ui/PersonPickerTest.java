package org.semblance.gallery.ui;

import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import com.vaadin.flow.component.UI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.NewPerson;
import org.semblance.gallery.PersonFound;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonLookupService;
import org.semblance.portal.PortalTest;

import static org.assertj.core.api.Assertions.assertThat;

class PersonPickerTest extends PortalTest {
    private final GalleryName staff = services.galleries.have("staff", "Staff");
    private final PersonLookupService lookup = services.shell.lookup();

    @Test
    void leafs_through_all_persons_of_a_gallery() {
        for (int i = 0; i < 120; i++) {
            services.persons.create(staff, new NewPerson("Anna " + i, null));
        }

        var picker = shown(new PersonPicker(services.persons, staff));

        assertThat(ComboBoxKt.getSuggestions(picker)).hasSize(120).contains("Anna 0", "Anna 119");
    }

    @Test
    void says_in_which_gallery_somebody_is_where_that_is_not_said_yet() {
        services.shell.persons.add(new PersonFound(new PersonId(7), staff, "Staff", "Anna", null));

        var picker = shown(new PersonPicker(lookup));

        assertThat(ComboBoxKt.getSuggestions(picker)).containsExactly("Anna · Staff");
    }

    @Test
    void looks_where_the_view_looks_at_the_time() {
        services.shell.persons.add(new PersonFound(new PersonId(7), staff, "Staff", "Anna", null));
        services.persons.create(staff, new NewPerson("Berta", null));
        var chosen = new GalleryName[1];

        var picker = shown(
                new PersonPicker(new PersonChoices(services.persons, lookup), () -> Optional.ofNullable(chosen[0])));

        assertThat(ComboBoxKt.getSuggestions(picker)).containsExactly("Anna · Staff");
        chosen[0] = staff;
        assertThat(ComboBoxKt.getSuggestions(picker)).containsExactly("Berta");
    }

    private static PersonPicker shown(PersonPicker picker) {
        UI.getCurrent().add(picker);
        return picker;
    }
}
