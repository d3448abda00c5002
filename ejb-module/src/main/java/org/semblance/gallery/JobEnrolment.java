package org.semblance.gallery;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.semblance.audit.Actor;
import org.semblance.gallery.Enrolment.Assigned;
import org.semblance.gallery.Enrolment.Candidate;
import org.semblance.gallery.Enrolment.Found;
import org.semblance.gallery.PersonStore.Known;
import org.semblance.vision.Photo;

/** Enrolment for jobs, which have no caller: a person is whoever has the external id. */
@Stateless
@PermitAll
public class JobEnrolment {
    private final Enrolment enrolment;
    private final GalleryStore galleries;
    private final PersonStore persons;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected JobEnrolment() {
        this(null, null, null);
    }

    @Inject
    public JobEnrolment(Enrolment enrolment, GalleryStore galleries, PersonStore persons) {
        this.enrolment = enrolment;
        this.galleries = galleries;
        this.persons = persons;
    }

    /** Refuses a gallery that does not exist. */
    public void checkGallery(GalleryName gallery) {
        galleries.require(gallery);
    }

    /** How good faces must be that are enrolled under a person, who must not be deleted. */
    public double leastQuality(GalleryName gallery, NewPerson person) {
        persons.isFree(gallery, person.externalId());
        return enrolment.leastQuality(gallery);
    }

    /** Looks at a photo; suspends the caller's transaction meanwhile. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Found examine(double leastQuality, Photo photo) {
        return enrolment.find(leastQuality, photo);
    }

    /** Computes the embeddings of many, in the same order; suspends the caller's transaction meanwhile. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Candidate> embed(List<Found> found) {
        return enrolment.embed(found);
    }

    /** Enrolls a face under a person, who is made when new; a photo enrolled already is passed over. */
    public Outcome enroll(GalleryName gallery, NewPerson named, Candidate candidate, Actor actor) {
        return enroll(gallery, List.of(new Portrait(named, candidate)), actor).get(0);
    }

    /** The same for many, whose pictures are stored together; says of each what it has added. */
    public List<Outcome> enroll(GalleryName gallery, List<Portrait> all, Actor actor) {
        List<Known> known = persons.requireByExternalIds(
                gallery, all.stream().map(Portrait::person).toList(), actor);
        List<Assigned> assigned = IntStream.range(0, all.size())
                .mapToObj(i -> new Assigned(known.get(i).id(), all.get(i).candidate()))
                .toList();
        List<Assigned> added = enrolment.unknown(assigned);
        enrolment.enroll(added, actor);
        Set<Candidate> faces = added.stream().map(Assigned::candidate).collect(Collectors.toSet());
        return IntStream.range(0, all.size())
                .mapToObj(i -> new Outcome(
                        known.get(i).isNew(), faces.contains(all.get(i).candidate())))
                .toList();
    }

    /** A face, and whose it is said to be. */
    public record Portrait(NewPerson person, Candidate candidate) {
        public Portrait {
            if (person.externalId() == null) {
                throw new IllegalArgumentException("Jobs know a person by the external id");
            }
        }
    }

    /** What an enrolment has added. */
    public record Outcome(boolean isNewPerson, boolean isNewFace) {}
}
