package org.semblance.lookalike;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.Actor;
import org.semblance.gallery.Enrolment;
import org.semblance.gallery.GalleryKind;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryStore;
import org.semblance.gallery.JobEnrolment;
import org.semblance.gallery.NewPerson;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonPatch;
import org.semblance.gallery.PersonPatch.Field;
import org.semblance.gallery.PersonStore;
import org.semblance.gallery.PersonTraits;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.InvalidInputException;

/** People known to the public, each known by an external id, in galleries that hold nobody else. */
@Stateless
@LocalBean
@PermitAll
public class PublicFigures {
    private final JobEnrolment enrolment;
    private final GalleryStore galleries;
    private final PersonStore persons;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PublicFigures() {
        this(null, null, null);
    }

    @Inject
    public PublicFigures(JobEnrolment enrolment, GalleryStore galleries, PersonStore persons) {
        this.enrolment = enrolment;
        this.galleries = galleries;
        this.persons = persons;
    }

    /**
     * What a picture of a figure has led to.
     *
     * @param isChanged whether a figure that was there before is described otherwise now
     */
    public record Outcome(boolean isNewFigure, boolean isNewFace, boolean isChanged) {}

    /** Refuses a gallery that does not exist, or is for others. */
    public void checkGallery(GalleryName gallery) {
        if (galleries.requireSummary(gallery).rules().kind() != GalleryKind.PUBLIC_FIGURES) {
            throw new InvalidInputException(
                    "gallery", "Gallery '" + gallery + "' is not of the kind " + GalleryKind.PUBLIC_FIGURES.code());
        }
    }

    /**
     * Enrolls a picture of a figure, who is made when new; a picture enrolled already is passed over.
     *
     * @param isDescribed whether the source says more of the figure than a folder's name: then a figure that is there
     *     gets the name and the metadata that it says, and keeps what it does not mention
     */
    public Outcome enroll(
            GalleryName gallery, NewPerson figure, Enrolment.Candidate candidate, boolean isDescribed, Actor actor) {
        var known = new NewPerson(figure.name(), figure.externalId(), figure.metadata(), true, null);
        var enrolled = enrolment.enroll(gallery, known, candidate, actor);
        boolean isChanged = !enrolled.isNewPerson() && describe(gallery, known, isDescribed, actor);
        return new Outcome(enrolled.isNewPerson(), enrolled.isNewFace(), isChanged);
    }

    private boolean describe(GalleryName gallery, NewPerson figure, boolean isDescribed, Actor actor) {
        PersonId person = persons.requireByExternalId(gallery, figure, actor);
        PersonTraits traits = persons.requireSummary(person, Optional.empty()).traits();
        boolean isNamed = !isDescribed || Objects.equals(traits.name(), figure.name());
        Map<String, @Nullable String> texts = new HashMap<>(figure.metadata().texts());
        texts.entrySet().removeAll(traits.metadata().texts().entrySet());
        if (isNamed && texts.isEmpty() && traits.publicFigure()) {
            return false;
        }
        var patch = new PersonPatch(
                isNamed ? Field.kept() : Field.of(figure.name()),
                Field.kept(),
                Field.of(true),
                Field.kept(),
                Field.kept(),
                texts.isEmpty() ? Field.kept() : Field.of(texts));
        persons.change(person, patch, ExpectedVersion.ANY, actor);
        return true;
    }
}
