package org.semblance.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.AssignedBy;
import org.semblance.gallery.Cover;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.FaceSummary;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.Metadata;
import org.semblance.gallery.NewPerson;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonNotFoundException;
import org.semblance.gallery.PersonPatch;
import org.semblance.gallery.PersonQuery;
import org.semblance.gallery.PersonService;
import org.semblance.gallery.PersonSummary;
import org.semblance.gallery.PersonTraits;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Page;
import org.semblance.storage.ImageKey;
import org.semblance.vision.Box;

/** Persons of all galleries in memory; a gallery's persons are those created in it. */
public class FakePersons extends PersonService {
    private final Map<Long, PersonSummary> persons = new TreeMap<>();
    private final Map<Long, GalleryName> galleries = new TreeMap<>();
    private final Map<Long, FaceSummary> faces = new TreeMap<>();
    private final Map<Long, PersonSummary> deleted = new TreeMap<>();
    private final Map<Long, FaceId> covers = new TreeMap<>();
    public final List<PersonQuery> queries = new ArrayList<>();
    public final List<NewPerson> made = new ArrayList<>();

    @Override
    public PersonSummary create(GalleryName gallery, NewPerson person) {
        made.add(person);
        long id = galleries.size() + 1L;
        galleries.put(id, gallery);
        persons.put(id, summary(new PersonId(id), gallery, person.name(), person.externalId(), 0));
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
    public PersonSummary require(PersonId person) {
        PersonSummary found = persons.get(person.value());
        if (found == null) {
            throw new PersonNotFoundException(person);
        }
        return found;
    }

    Page<FaceSummary> faces(PersonId person, long after, int limit) {
        var fetched = faces.values().stream()
                .filter(face -> person.equals(face.person()) && face.id().value() > after)
                .limit(Page.fetchSize(limit))
                .toList();
        return Page.of(fetched, limit, face -> face.id().value());
    }

    @Override
    public void delete(PersonId person) {
        deleted.put(person.value(), require(person));
        persons.remove(person.value());
    }

    @Override
    public PersonSummary restore(PersonId person) {
        persons.put(person.value(), deleted.remove(person.value()));
        return require(person);
    }

    @Override
    public void purge(PersonId person) {
        deleted.remove(person.value());
    }

    @Override
    public Page<PersonSummary> listDeleted(PersonQuery query) {
        return new Page<>(List.copyOf(deleted.values()), OptionalLong.empty());
    }

    @Override
    public PersonSummary change(PersonId person, PersonPatch patch, ExpectedVersion expected) {
        PersonSummary old = require(person);
        String name = patch.name().isGiven() ? patch.name().value() : old.name();
        String externalId = patch.externalId().isGiven() ? patch.externalId().value() : old.externalId();
        if (patch.cover().isGiven()) {
            covers.compute(person.value(), (id, before) -> patch.cover().value());
        }
        persons.put(person.value(), summary(person, old.gallery(), name, externalId, old.faces()));
        return require(person);
    }

    PersonId ownerOf(FaceId face) {
        return faces.get(face.value()).person();
    }

    List<FaceId> give(PersonId from, PersonId to) {
        List<FaceId> moved = faces.values().stream()
                .filter(face -> from.equals(face.person()))
                .map(FaceSummary::id)
                .toList();
        moved.forEach(face -> give(face, to));
        return moved;
    }

    void give(FaceId id, @Nullable PersonId to) {
        FaceSummary old = faces.get(id.value());
        faces.put(
                id.value(),
                new FaceSummary(
                        id,
                        to,
                        AssignedBy.PEOPLE,
                        old.box(),
                        old.confidence(),
                        old.quality(),
                        old.crop(),
                        old.createdAt()));
        for (PersonId changed : new PersonId[] {old.person(), to}) {
            if (changed != null) {
                count(changed);
            }
        }
    }

    void deleteFace(FaceId face) {
        FaceSummary gone = faces.remove(face.value());
        if (gone != null && gone.person() != null) {
            count(gone.person());
        }
    }

    /** Gives a person one more face. */
    public FaceSummary addFace(PersonId person, String crop, double quality) {
        long id = faces.size() + 1L;
        var face = new FaceSummary(
                new FaceId(id),
                person,
                AssignedBy.PEOPLE,
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
                .filter(face -> person.equals(face.person()))
                .count();
        persons.computeIfPresent(
                person.value(), (id, old) -> summary(old.id(), old.gallery(), old.name(), old.externalId(), count));
    }

    /** As the store tells it: what was chosen while it is theirs, else the best. */
    private @Nullable Cover cover(PersonId person) {
        FaceId chosen = covers.get(person.value());
        return faces.values().stream()
                .filter(face -> person.equals(face.person()))
                .max(Comparator.<FaceSummary, Boolean>comparing(
                                face -> face.id().equals(chosen))
                        .thenComparing(FaceSummary::quality))
                .map(face -> new Cover(face.id(), face.crop(), face.id().equals(chosen)))
                .orElse(null);
    }

    private PersonSummary summary(
            PersonId id, GalleryName gallery, @Nullable String name, @Nullable String externalId, long faces) {
        var traits = new PersonTraits(name, externalId, Metadata.NONE, false, null);
        return new PersonSummary(id, gallery, traits, faces, cover(id), faces > 0, Instant.EPOCH, null, 1);
    }

    private static boolean begins(@Nullable String value, String text) {
        return text.isEmpty()
                || (value != null && value.toLowerCase(Locale.ROOT).startsWith(text.toLowerCase(Locale.ROOT)));
    }
}
