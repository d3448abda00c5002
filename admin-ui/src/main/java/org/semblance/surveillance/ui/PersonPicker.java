package org.semblance.surveillance.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.Optional;
import java.util.stream.Stream;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonFound;

/** Finds a person by the beginning of their name or external id, in one gallery or in all. */
public final class PersonPicker extends ComboBox<PersonFound> {
    private static final long serialVersionUID = 1L;

    private final transient PersonChoices choices;
    private final SerializableSupplier<Optional<GalleryName>> gallery;

    public PersonPicker(PersonChoices choices, SerializableSupplier<Optional<GalleryName>> gallery) {
        this.choices = choices;
        this.gallery = gallery;
        setLabel(getTranslation("watch.person"));
        setItemLabelGenerator(this::label);
        setItems(this::find);
        setClearButtonVisible(true);
        setPlaceholder(getTranslation("watch.person.placeholder"));
    }

    private String label(PersonFound person) {
        String name = org.semblance.gallery.ui.PersonPicker.name(person);
        return gallery.get().isPresent() ? name : name + " · " + person.galleryTitle();
    }

    /** One page is enough: whoever is not on it is found by one more letter. */
    private Stream<PersonFound> find(Query<PersonFound, String> query) {
        int limit = query.getLimit();
        String text = query.getFilter().orElse("").strip();
        return query.getOffset() > 0 ? Stream.empty() : choices.find(gallery.get(), text, limit).stream();
    }
}
