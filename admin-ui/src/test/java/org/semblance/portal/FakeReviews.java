package org.semblance.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.NewPerson;
import org.semblance.gallery.PersonId;
import org.semblance.platform.Problem;
import org.semblance.surveillance.review.Enrolled;
import org.semblance.surveillance.review.Outcome;
import org.semblance.surveillance.review.ReviewService;
import org.semblance.surveillance.review.Targets;
import org.semblance.surveillance.unknown.UnknownFace;
import org.semblance.surveillance.unknown.UnknownState;

/** Decides about the faces in memory, and remembers what it was told. */
public class FakeReviews extends ReviewService {
    private final FakeQueue queue;
    private final FakePersons persons;
    public final List<String> told = new ArrayList<>();
    public Optional<Problem> refusal = Optional.empty();

    public FakeReviews(FakeQueue queue, FakePersons persons) {
        this.queue = queue;
        this.persons = persons;
    }

    @Override
    public Enrolled assign(Targets targets, PersonId person) {
        return new Enrolled(
                decide("assign " + person, targets, UnknownState.ASSIGNED, person), persons.require(person), 0);
    }

    @Override
    public Enrolled enroll(Targets targets, NewPerson person) {
        var made = persons.create(new GalleryName("staff"), person);
        return new Enrolled(decide("enroll " + person.name(), targets, UnknownState.ENROLLED, made.id()), made, 2);
    }

    @Override
    public Outcome dismiss(Targets targets) {
        return decide("dismiss", targets, UnknownState.DISMISSED, null);
    }

    @Override
    public Outcome restore(Targets targets) {
        return decide("restore", targets, UnknownState.NEW, null);
    }

    @Override
    public Outcome reject(Targets targets, PersonId person) {
        return decide("reject " + person, targets, UnknownState.NEW, null);
    }

    private Outcome decide(String what, Targets targets, UnknownState state, @Nullable PersonId person) {
        refusal.ifPresent(problem -> {
            throw problem;
        });
        List<FaceId> meant = Stream.concat(
                        targets.faces().stream(),
                        targets.strangers().stream()
                                .flatMap(stranger -> queue.of(stranger).stream())
                                .map(UnknownFace::id))
                .distinct()
                .toList();
        told.add(what + " " + meant);
        meant.forEach(face -> queue.decide(face, state, person));
        return new Outcome(meant, targets.strangers(), List.of(), person);
    }
}
