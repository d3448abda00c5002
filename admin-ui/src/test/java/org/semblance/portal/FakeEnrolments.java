package org.semblance.portal;

import java.util.Optional;
import org.semblance.gallery.EnrolmentService;
import org.semblance.gallery.FaceSummary;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Problem;
import org.semblance.vision.Photo;

/** Enrolls whatever photo it is given, or refuses it as the test wishes. */
public class FakeEnrolments extends EnrolmentService {
    private final FakePersons persons;
    public Optional<Problem> refusal = Optional.empty();

    public FakeEnrolments(FakePersons persons) {
        this.persons = persons;
    }

    @Override
    public FaceSummary enroll(PersonId person, Photo photo) {
        refusal.ifPresent(problem -> {
            throw problem;
        });
        return persons.addFace(person, "faces/new.png", 0.8);
    }
}
