package org.semblance.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.semblance.gallery.FaceSummary;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.guided.EnrolmentProgress;
import org.semblance.gallery.guided.GuidedEnrolmentService;
import org.semblance.platform.Problem;
import org.semblance.vision.Photo;
import org.semblance.vision.Quality;

/** Finds every picture good and takes it, or refuses it as the test wishes. */
public class FakeGuidedEnrolments extends GuidedEnrolmentService {
    private static final int NEEDED = 3;

    private final FakePersons persons;
    public Optional<Problem> refusal = Optional.empty();
    public boolean mayBeRecognised = true;

    public FakeGuidedEnrolments(FakePersons persons) {
        this.persons = persons;
    }

    @Override
    public EnrolmentProgress progress(PersonId person) {
        List<FaceSummary> good = persons.faces(person, 0, 100).items().stream()
                .sorted(Comparator.comparing(FaceSummary::quality).reversed())
                .limit(NEEDED)
                .toList();
        return new EnrolmentProgress(NEEDED, good, mayBeRecognised);
    }

    @Override
    public Quality appraise(PersonId person, Photo photo) {
        refuse();
        return new Quality(0.8, Set.of());
    }

    @Override
    public EnrolmentProgress enroll(PersonId person, Photo photo) {
        refuse();
        persons.addFace(person, "faces/taken.png", 0.8);
        return progress(person);
    }

    private void refuse() {
        refusal.ifPresent(problem -> {
            throw problem;
        });
    }
}
