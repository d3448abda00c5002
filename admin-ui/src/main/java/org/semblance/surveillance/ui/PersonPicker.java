package org.semblance.surveillance.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.Collection;
import java.util.stream.Stream;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonQuery;
import org.semblance.gallery.PersonService;
import org.semblance.gallery.PersonSummary;
import org.semblance.gallery.ui.PersonName;

/** Finds a person by the beginning of their name or external id, in one gallery or in some. */
public final class PersonPicker extends ComboBox<PersonSummary> {
    private static final long serialVersionUID = 1L;

    private final transient PersonService persons;
    private final SerializableSupplier<? extends Collection<GalleryName>> galleries;

    public PersonPicker(PersonService persons, SerializableSupplier<? extends Collection<GalleryName>> galleries) {
        this.persons = persons;
        this.galleries = galleries;
        setLabel(getTranslation("watch.person"));
        setItemLabelGenerator(this::label);
        setItems(this::find);
        setClearButtonVisible(true);
        setPlaceholder(getTranslation("watch.person.placeholder"));
    }

    private String label(PersonSummary person) {
        String name = PersonName.of(person);
        return galleries.get().size() > 1 ? name + " · " + person.gallery() : name;
    }

    /** One page is enough: whoever is not on it is found by one more letter. */
    private Stream<PersonSummary> find(Query<PersonSummary, String> query) {
        int limit = query.getLimit();
        if (query.getOffset() > 0) {
            return Stream.empty();
        }
        String text = query.getFilter().orElse("").strip();
        return galleries.get().stream()
                .flatMap(gallery -> persons.list(new PersonQuery(gallery, text, 0, limit)).items().stream())
                .limit(limit);
    }
}
