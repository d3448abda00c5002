package org.semblance.gallery.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.provider.Query;
import java.util.stream.Stream;
import org.semblance.gallery.PersonFound;
import org.semblance.gallery.PersonLookupService;

/** Finds a person in whichever gallery by a few letters of their name or external id, or by their number. */
public final class PersonPicker extends ComboBox<PersonFound> {
    private static final long serialVersionUID = 1L;

    private final transient PersonLookupService persons;

    public PersonPicker(PersonLookupService persons) {
        this.persons = persons;
        setLabel(getTranslation("person.pick"));
        setPlaceholder(getTranslation("person.pick.placeholder"));
        setItemLabelGenerator(PersonPicker::label);
        setItems(this::find);
        setClearButtonVisible(true);
    }

    private static String label(PersonFound person) {
        return name(person) + " · " + person.galleryTitle();
    }

    /** What to call somebody who was found. */
    public static String name(PersonFound person) {
        return person.name() == null && person.externalId() != null
                ? person.externalId()
                : PersonName.of(person.name(), person.id());
    }

    /** One page is enough: whoever is not on it is found by one more letter. */
    private Stream<PersonFound> find(Query<PersonFound, String> query) {
        int limit = query.getLimit();
        String text = query.getFilter().orElse("").strip();
        return query.getOffset() > 0 ? Stream.empty() : persons.find(text, limit).stream();
    }
}
