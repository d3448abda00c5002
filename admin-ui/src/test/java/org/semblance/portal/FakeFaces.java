package org.semblance.portal;

import java.util.ArrayList;
import java.util.List;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.FaceService;
import org.semblance.gallery.FaceSummary;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Page;

/** The faces of the persons in memory. */
public class FakeFaces extends FaceService {
    private final FakePersons persons;
    public final List<String> withdrawn = new ArrayList<>();

    public FakeFaces(FakePersons persons) {
        this.persons = persons;
    }

    @Override
    public Page<FaceSummary> list(PersonId person, long after, int limit) {
        return persons.faces(person, after, limit);
    }

    @Override
    public void withdrawRejection(FaceId face, PersonId person) {
        withdrawn.add(face + " " + person);
    }

    @Override
    public void delete(FaceId face) {
        persons.deleteFace(face);
    }

    @Override
    public void reject(FaceId face, PersonId person) {
        persons.give(face, null);
    }
}
