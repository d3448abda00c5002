package org.semblance.surveillance.ui;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonFound;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonLookupService;
import org.semblance.gallery.PersonNotFoundException;
import org.semblance.gallery.PersonQuery;
import org.semblance.gallery.PersonService;
import org.semblance.gallery.PersonSummary;

/** Finds persons for fields that name one: in one gallery, or in all at once. */
@Dependent
public class PersonChoices {
    private final PersonService persons;
    private final PersonLookupService lookup;

    @Inject
    public PersonChoices(PersonService persons, PersonLookupService lookup) {
        this.persons = persons;
        this.lookup = lookup;
    }

    List<PersonFound> find(Optional<GalleryName> gallery, String text, int limit) {
        return gallery.map(name -> persons.list(new PersonQuery(name, text, 0, limit)).items().stream()
                        .map(PersonChoices::found)
                        .toList())
                .orElseGet(() -> lookup.find(text, limit));
    }

    /** Nobody when they are gone. */
    public Optional<PersonFound> find(PersonId id) {
        try {
            return Optional.of(found(persons.require(id)));
        } catch (PersonNotFoundException e) {
            return Optional.empty();
        }
    }

    private static PersonFound found(PersonSummary person) {
        return new PersonFound(
                person.id(), person.gallery(), person.gallery().value(), person.name(), person.externalId());
    }
}
