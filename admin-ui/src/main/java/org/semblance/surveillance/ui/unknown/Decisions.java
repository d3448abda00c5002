package org.semblance.surveillance.ui.unknown;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Set;
import org.semblance.gallery.FaceService;
import org.semblance.gallery.NewPerson;
import org.semblance.gallery.PersonChange;
import org.semblance.gallery.PersonChangeService;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonService;
import org.semblance.gallery.ui.PersonChoices;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.PortalSession;
import org.semblance.surveillance.review.Enrolled;
import org.semblance.surveillance.review.Outcome;
import org.semblance.surveillance.review.ReviewService;
import org.semblance.surveillance.review.Targets;
import org.semblance.surveillance.ui.unknown.Decided.Kind;

/** Decides by the services, and takes back what was decided, each kind in its own way. */
@Dependent
public class Decisions {
    private static final int LATEST = 20;

    private final ReviewService reviews;
    private final PersonChangeService changes;
    private final PersonService persons;
    private final FaceService faces;
    private final PersonChoices choices;

    @Inject
    public Decisions(
            ReviewService reviews,
            PersonChangeService changes,
            PersonService persons,
            FaceService faces,
            PersonChoices choices) {
        this.reviews = reviews;
        this.changes = changes;
        this.persons = persons;
        this.faces = faces;
        this.choices = choices;
    }

    Enrolled assign(Targets targets, PersonId person) {
        return reviews.assign(targets, person);
    }

    Enrolled enroll(Targets targets, NewPerson person) {
        return reviews.enroll(targets, person);
    }

    Outcome dismiss(Targets targets) {
        return reviews.dismiss(targets);
    }

    Outcome reject(Targets targets, PersonId person) {
        return reviews.reject(targets, person);
    }

    void undo(Decided decided) {
        Outcome outcome = decided.outcome();
        if (decided.kind() == Kind.DISMISSED) {
            reviews.restore(new Targets(outcome.faces(), outcome.strangers()));
            return;
        }
        PersonId person = Objects.requireNonNull(decided.person(), "somebody was named");
        if (decided.kind() == Kind.REJECTED) {
            outcome.faces().forEach(face -> faces.withdrawRejection(face, person));
            return;
        }
        var given = Set.copyOf(outcome.faces());
        changes.newest(person, LATEST).stream()
                .filter(change -> !change.isUndone() && change.kind() == PersonChange.Kind.MOVE)
                .filter(change -> given.containsAll(change.faces()))
                .forEach(change -> changes.undo(change.id()));
        if (decided.kind() == Kind.ENROLLED) {
            removeEmptied(person);
        }
    }

    /** Whoever was made for these faces only is nobody without them. */
    private void removeEmptied(PersonId person) {
        if (PortalSession.permits(Permissions.PERSON_DELETE)
                && persons.require(person).faces() == 0) {
            persons.delete(person);
        }
    }

    /** Where dialogs look for persons. */
    PersonChoices choices() {
        return choices;
    }
}
