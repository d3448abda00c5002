package org.semblance.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.FaceSummary;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.NewPerson;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonNotFoundException;
import org.semblance.gallery.PersonQuery;
import org.semblance.gallery.PersonService;
import org.semblance.gallery.PersonSummary;
import org.semblance.platform.Page;
import org.semblance.storage.ImageKey;
import org.semblance.vision.Box;

/** Persons of all galleries in memory; a gallery's persons are those created in it. */
public class FakePersons extends PersonService {
    private final Map<Long, PersonSummary> persons = new TreeMap<>();
    private final Map<Long, GalleryName> galleries = new TreeMap<>();
    private final Map<Long, FaceSummary> faces = new TreeMap<>();
    public final List<PersonQuery> queries = new ArrayList<>();

    @Override
    public PersonSummary create(GalleryName gallery, NewPerson person) {
        long id = persons.size() + 1L;
        galleries.put(id, gallery);
        persons.put(id, new PersonSummary(new PersonId(id), person.name(), person.externalId(), 0, Instant.EPOCH));
        return persons.get(id);
    }

    @Override
    public Page<PersonSummary> list(PersonQuery query) {
        queries.add(query);
        var fetched = persons.values().stream()
                .filter(person ->
                        query.gallery().equals(galleries.get(person.id().value())))
                .filter(person -> person.id().value() > query.after())
                .filter(person -> begins(person.name(), query.text()) || begins(person.externalId(), query.text()))
                .limit(Page.fetchSize(query.limit()))
                .toList();
        return Page.of(fetched, query.limit(), person -> person.id().value());
    }

    @Override
    public PersonSummary require(GalleryName gallery, PersonId person) {
        if (!gallery.equals(galleries.get(person.value())) || !persons.containsKey(person.value())) {
            throw new PersonNotFoundException(person, gallery);
        }
        return persons.get(person.value());
    }

    @Override
    public Page<FaceSummary> faces(GalleryName gallery, PersonId person, long after, int limit) {
        var fetched = faces.values().stream()
                .filter(face -> face.person().equals(person) && face.id().value() > after)
                .limit(Page.fetchSize(limit))
                .toList();
        return Page.of(fetched, limit, face -> face.id().value());
    }

    @Override
    public void delete(GalleryName gallery, PersonId person) {
        require(gallery, person);
        persons.remove(person.value());
    }

    @Override
    public void deleteFace(GalleryName gallery, PersonId person, FaceId face) {
        faces.remove(face.value());
        count(person);
    }

    /** Gives a person one more face. */
    public FaceSummary addFace(PersonId person, String crop, double quality) {
        long id = faces.size() + 1L;
        var face = new FaceSummary(
                new FaceId(id),
                person,
                new Box(0, 0, 10, 10),
                0.99f,
                (float) quality,
                new ImageKey(crop),
                Instant.EPOCH);
        faces.put(id, face);
        count(person);
        return face;
    }

    private void count(PersonId person) {
        long count = faces.values().stream()
                .filter(face -> face.person().equals(person))
                .count();
        persons.computeIfPresent(
                person.value(),
                (id, old) -> new PersonSummary(old.id(), old.name(), old.externalId(), count, old.createdAt()));
    }

    private static boolean begins(@Nullable String value, String text) {
        return text.isEmpty()
                || (value != null && value.toLowerCase(Locale.ROOT).startsWith(text.toLowerCase(Locale.ROOT)));
    }
}
