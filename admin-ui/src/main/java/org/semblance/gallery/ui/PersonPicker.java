package org.semblance.gallery.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.function.SerializableSupplier;
import java.io.Serializable;
import java.util.Optional;
import java.util.stream.Stream;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonFound;
import org.semblance.gallery.PersonLookupService;
import org.semblance.gallery.PersonService;
import org.semblance.platform.ui.KeysetPages;

/** Finds a person by a few letters of their name or external id, or by their number: in a gallery, or in whichever. */
public final class PersonPicker extends ComboBox<PersonFound> {
    private static final long serialVersionUID = 1L;

    /** Some of those whom a text may mean, the best first. */
    @FunctionalInterface
    private interface Source extends Serializable {
        Stream<PersonFound> find(String text, int offset, int limit);
    }

    /** In whichever gallery. */
    public PersonPicker(PersonLookupService lookup) {
        this((text, offset, limit) -> PersonChoices.everywhere(lookup, text, offset, limit), () -> true);
    }

    /** In one gallery. */
    public PersonPicker(PersonService persons, GalleryName gallery) {
        this(new GalleryPersons(persons, gallery)::find, () -> false);
    }

    /** In the gallery that is named at the time, or in whichever while none is. */
    public PersonPicker(PersonChoices choices, SerializableSupplier<Optional<GalleryName>> gallery) {
        this((text, offset, limit) -> choices.find(gallery.get(), text, offset, limit), () -> gallery.get()
                .isEmpty());
    }

    private PersonPicker(Source source, SerializableSupplier<Boolean> namesGalleries) {
        setLabel(getTranslation("person.pick"));
        setPlaceholder(getTranslation("person.pick.placeholder"));
        setPageSize(KeysetPages.SIZE);
        setItemLabelGenerator(
                person -> namesGalleries.get() ? name(person) + " · " + person.galleryTitle() : name(person));
        setItems(query -> source.find(query.getFilter().orElse("").strip(), query.getOffset(), query.getLimit()));
        setClearButtonVisible(true);
    }

    /** What to call somebody who was found. */
    public static String name(PersonFound person) {
        return person.name() == null && person.externalId() != null
                ? person.externalId()
                : PersonName.of(person.name(), person.id());
    }
}
