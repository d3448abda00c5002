package org.semblance.gallery.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonQuery;
import org.semblance.gallery.PersonService;
import org.semblance.gallery.PersonSummary;
import org.semblance.platform.ui.KeysetPages;

/** Chooses a person of a gallery by the beginning of their name or external id. */
final class GalleryPersonPicker extends ComboBox<PersonSummary> {
    private static final long serialVersionUID = 1L;

    private String text = "";
    private transient @Nullable KeysetPages<PersonSummary> pages;

    GalleryPersonPicker(GalleryName gallery, PersonService persons) {
        setLabel(getTranslation("person.one"));
        setPageSize(KeysetPages.SIZE);
        setItemLabelGenerator(PersonName::of);
        setItems(query -> pages(gallery, persons, query.getFilter().orElse("").strip())
                .rows(query.getOffset(), query.getLimit()));
    }

    private KeysetPages<PersonSummary> pages(GalleryName gallery, PersonService persons, String wanted) {
        KeysetPages<PersonSummary> known = pages;
        if (known == null || !wanted.equals(text)) {
            text = wanted;
            known = new KeysetPages<>((after, limit) -> persons.list(new PersonQuery(gallery, wanted, after, limit)));
            pages = known;
        }
        return known;
    }
}
