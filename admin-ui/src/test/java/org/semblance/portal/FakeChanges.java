package org.semblance.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.NewPerson;
import org.semblance.gallery.PersonChange;
import org.semblance.gallery.PersonChangeId;
import org.semblance.gallery.PersonChangeService;
import org.semblance.gallery.PersonId;

/** Merges, splits and moves the persons and faces in memory. */
public class FakeChanges extends PersonChangeService {
    private final FakePersons persons;
    private final List<PersonChange> made = new ArrayList<>();

    FakeChanges(FakePersons persons) {
        this.persons = persons;
    }

    @Override
    public PersonId merge(PersonId survivor, List<PersonId> others) {
        others.forEach(other -> {
            List<FaceId> moved = persons.give(other, survivor);
            persons.delete(other);
            note(PersonChange.Kind.MERGE, survivor, other, moved);
        });
        return survivor;
    }

    @Override
    public PersonId split(PersonId person, List<FaceId> faces, @Nullable String name) {
        PersonId part = persons.create(persons.require(person).gallery(), new NewPerson(name, null))
                .id();
        faces.forEach(face -> persons.give(face, part));
        note(PersonChange.Kind.SPLIT, person, part, faces);
        return part;
    }

    @Override
    public void move(List<FaceId> faces, PersonId target) {
        PersonId from = persons.ownerOf(faces.get(0));
        faces.forEach(face -> persons.give(face, target));
        note(PersonChange.Kind.MOVE, target, from, faces);
    }

    @Override
    public List<PersonChange> newest(PersonId person, int limit) {
        return made.stream()
                .filter(change -> person.equals(change.person()) || person.equals(change.other()))
                .sorted(Comparator.comparingLong(
                                (PersonChange change) -> change.id().value())
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public PersonChange undo(PersonChangeId id) {
        PersonChange change = made.get((int) id.value() - 1);
        PersonId back = change.kind() == PersonChange.Kind.SPLIT ? change.person() : change.other();
        if (change.kind() == PersonChange.Kind.MERGE) {
            persons.restore(back);
        }
        change.faces().forEach(face -> persons.give(face, back));
        var undone = new PersonChange(
                id,
                change.kind(),
                change.person(),
                change.other(),
                change.faces(),
                "ada",
                Instant.EPOCH,
                "ada",
                Instant.EPOCH);
        made.set((int) id.value() - 1, undone);
        return undone;
    }

    private void note(PersonChange.Kind kind, PersonId person, PersonId other, List<FaceId> faces) {
        var id = new PersonChangeId(made.size() + 1L);
        made.add(new PersonChange(id, kind, person, other, faces, "ada", Instant.EPOCH, null, null));
    }
}
