package org.semblance.gallery;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semblance.audit.Actor;
import org.semblance.gallery.Enrolment.Assigned;
import org.semblance.gallery.Enrolment.Candidate;
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

    /** Looks at a photo of a person, who must not be deleted; suspends the caller's transaction meanwhile. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Candidate examine(GalleryName gallery, NewPerson person, Photo photo) {
        persons.isFree(gallery, person.externalId());
        return enrolment.examine(gallery, photo);
    }

    /** Enrolls a face under a person, who is made when new; a photo enrolled already is passed over. */
    public Outcome enroll(GalleryName gallery, NewPerson named, Candidate candidate, Actor actor) {
        return enroll(gallery, List.of(new Portrait(named, candidate)), actor).get(0);
    }

    /** The same for many, whose pictures are stored together; says of each what it has added. */
    public List<Outcome> enroll(GalleryName gallery, List<Portrait> all, Actor actor) {
        Map<NewPerson, PersonId> known = new HashMap<>();
        Set<List<Object>> photos = new HashSet<>();
        List<Assigned> added = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Portrait one : all) {
            boolean isNewPerson = !known.containsKey(one.person())
                    && persons.isFree(gallery, one.person().externalId());
            PersonId person =
                    known.computeIfAbsent(one.person(), named -> persons.requireByExternalId(gallery, named, actor));
            boolean isNewFace =
                    photos.add(List.of(person, ByteBuffer.wrap(one.candidate().picture())))
                            && !enrolment.isEnrolled(person, one.candidate());
            if (isNewFace) {
                added.add(new Assigned(person, one.candidate()));
            }
            outcomes.add(new Outcome(isNewPerson, isNewFace));
        }
        enrolment.enroll(added, actor);
        return outcomes;
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
