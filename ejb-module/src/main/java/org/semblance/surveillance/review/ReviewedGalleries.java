package org.semblance.surveillance.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import org.semblance.gallery.FaceNotFoundException;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryStore;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonNotFoundException;
import org.semblance.gallery.PersonStore;
import org.semblance.gallery.PersonSubjects;
import org.semblance.gallery.PersonSummary;
import org.semblance.identity.Scope;
import org.semblance.platform.Problem;
import org.semblance.surveillance.unknown.StrangerNotFoundException;
import org.semblance.vision.FaceAnalysis;
import org.semblance.vision.ModelId;
import org.semblance.vision.analysis.ModelsUnavailableException;

/** What the galleries of unknown faces ask of faces and persons. */
@ApplicationScoped
public class ReviewedGalleries {
    private final FaceReviews reviews;
    private final GalleryStore galleries;
    private final PersonStore persons;
    private final PersonSubjects subjects;
    private final FaceAnalysis analysis;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ReviewedGalleries() {
        this(null, null, null, null, null);
    }

    @Inject
    public ReviewedGalleries(
            FaceReviews reviews,
            GalleryStore galleries,
            PersonStore persons,
            PersonSubjects subjects,
            FaceAnalysis analysis) {
        this.reviews = reviews;
        this.galleries = galleries;
        this.persons = persons;
        this.subjects = subjects;
        this.analysis = analysis;
    }

    double minQuality(GalleryName gallery) {
        return galleries.rules(gallery).minQuality();
    }

    /** Of a person's gallery, if that lies within the scope. */
    double minQuality(PersonId person, Scope scope) {
        PersonId kept = subjects.require(person);
        if (!scope.includes(subjects.galleryOf(kept))) {
            throw new PersonNotFoundException(person);
        }
        return minQuality(persons.galleryOf(kept));
    }

    /** The gallery of the first target that there is within the scope. */
    GalleryName require(Targets targets, Scope scope) {
        return reviews.galleryOf(targets, scope).orElseThrow(() -> missing(targets));
    }

    private static Problem missing(Targets targets) {
        return targets.faces().isEmpty()
                ? new StrangerNotFoundException(targets.strangers().get(0))
                : new FaceNotFoundException(targets.faces().get(0));
    }

    /** An outcome with what is known now of whoever has the faces. */
    Enrolled known(Outcome outcome) {
        PersonId person = Objects.requireNonNull(outcome.person(), "the faces went to somebody");
        PersonSummary summary = persons.requireSummary(person, model());
        int wanted = galleries.rules(summary.gallery()).minFaces();
        long missing = summary.isRecognisable() ? 0 : Math.max(1, wanted - summary.faces());
        return new Enrolled(outcome, summary, missing);
    }

    /** Persons are there without models too; only nobody is recognisable then. */
    private Optional<ModelId> model() {
        try {
            return Optional.of(analysis.embedder().model());
        } catch (ModelsUnavailableException e) {
            return Optional.empty();
        }
    }
}
