package org.semblance.gallery.ui;

import java.io.Serializable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.Cover;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonFound;
import org.semblance.gallery.PersonQuery;
import org.semblance.gallery.PersonService;
import org.semblance.gallery.PersonSummary;
import org.semblance.platform.ui.KeysetPages;

/** The persons of a gallery whose names begin with a text, page by page for as long as the text stays the same. */
final class GalleryPersons implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient PersonService persons;
    private final transient GalleryName gallery;
    private String text = "";
    private @Nullable KeysetPages<PersonSummary> pages;

    GalleryPersons(PersonService persons, GalleryName gallery) {
        this.persons = persons;
        this.gallery = gallery;
    }

    GalleryName gallery() {
        return gallery;
    }

    Stream<PersonFound> find(String wanted, int offset, int limit) {
        KeysetPages<PersonSummary> known = pages;
        if (known == null || offset == 0 || !wanted.equals(text)) {
            text = wanted;
            known = new KeysetPages<>((after, size) -> persons.list(new PersonQuery(gallery, wanted, after, size)));
            pages = known;
        }
        return known.rows(offset, limit).map(GalleryPersons::found);
    }

    static PersonFound found(PersonSummary person) {
        Cover cover = person.cover();
        return new PersonFound(
                person.id(),
                person.gallery(),
                person.gallery().value(),
                person.name(),
                person.externalId(),
                cover == null ? null : cover.crop());
    }
}
