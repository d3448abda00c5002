package org.semblance.gallery.ui;

import com.vaadin.flow.component.avatar.Avatar;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonFound;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonLookupService;
import org.semblance.gallery.PersonNotFoundException;
import org.semblance.gallery.PersonService;
import org.semblance.storage.SignedUrls;

/** Finds persons for fields that name one: in one gallery, or in all at once. */
@Dependent
public class PersonChoices {
    private final PersonService persons;
    private final PersonLookupService lookup;
    private final SignedUrls urls;
    private @Nullable GalleryPersons within;

    @Inject
    public PersonChoices(PersonService persons, PersonLookupService lookup, SignedUrls urls) {
        this.persons = persons;
        this.lookup = lookup;
        this.urls = urls;
    }

    /** Nobody when they are gone. */
    public Optional<PersonFound> find(PersonId id) {
        try {
            return Optional.of(GalleryPersons.found(persons.require(id)));
        } catch (PersonNotFoundException e) {
            return Optional.empty();
        }
    }

    Stream<PersonFound> find(Optional<GalleryName> gallery, String text, int offset, int limit) {
        return gallery.map(name -> within(name).find(text, offset, limit))
                .orElseGet(() -> everywhere(text, offset, limit));
    }

    Avatar picture(PersonFound person) {
        return PersonPicture.of(person, urls);
    }

    /** One page is enough: whoever is not on it is found by one more letter. */
    private Stream<PersonFound> everywhere(String text, int offset, int limit) {
        return offset > 0 ? Stream.empty() : lookup.find(text, limit).stream();
    }

    private GalleryPersons within(GalleryName gallery) {
        GalleryPersons known = within;
        if (known == null || !known.gallery().equals(gallery)) {
            known = new GalleryPersons(persons, gallery);
            within = known;
        }
        return known;
    }
}
