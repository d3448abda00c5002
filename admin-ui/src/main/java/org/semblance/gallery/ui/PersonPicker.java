package org.semblance.gallery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.Optional;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonFound;
import org.semblance.platform.ui.KeysetPages;

/** Finds a person by a few letters of their name or external id, or by their number: in a gallery, or in whichever. */
public final class PersonPicker extends ComboBox<PersonFound> {
    private static final long serialVersionUID = 1L;

    private final transient PersonChoices choices;

    /** In whichever gallery. */
    public PersonPicker(PersonChoices choices) {
        this(choices, Optional::empty);
    }

    /** In the gallery that is named at the time, or in whichever while none is. */
    public PersonPicker(PersonChoices choices, SerializableSupplier<Optional<GalleryName>> gallery) {
        this.choices = choices;
        setLabel(getTranslation("person.pick"));
        setPlaceholder(getTranslation("person.pick.placeholder"));
        setPageSize(KeysetPages.SIZE);
        setItemLabelGenerator(
                person -> gallery.get().isPresent() ? name(person) : name(person) + " · " + person.galleryTitle());
        setRenderer(new ComponentRenderer<>(this::row));
        setItems(query ->
                choices.find(gallery.get(), query.getFilter().orElse("").strip(), query.getOffset(), query.getLimit()));
        setClearButtonVisible(true);
    }

    Component row(PersonFound person) {
        var row = new Div(
                choices.picture(person), new Span(getItemLabelGenerator().apply(person)));
        row.addClassName("person-name");
        return row;
    }

    /** What to call somebody who was found. */
    public static String name(PersonFound person) {
        return person.name() == null && person.externalId() != null
                ? person.externalId()
                : PersonName.of(person.name(), person.id());
    }
}
