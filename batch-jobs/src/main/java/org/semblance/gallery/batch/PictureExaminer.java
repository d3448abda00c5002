package org.semblance.gallery.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.JobEnrolment;
import org.semblance.gallery.NewPerson;
import org.semblance.platform.BusyException;
import org.semblance.platform.Problem;
import org.semblance.platform.batch.ChunkWeight;
import org.semblance.transfer.batch.PersonPicture;

/**
 * Looks for the face in a picture: the slow part, which runs with the chunk's transaction suspended. Its embedding is
 * computed with those of the whole chunk.
 */
@Named
@Dependent
public class PictureExaminer implements ItemProcessor {
    private final JobEnrolment enrolment;
    private final ChunkWeight weight;

    /** So long what was found of a person is believed, whose pictures come one after the other. */
    private static final Duration BELIEVED = Duration.ofSeconds(1);

    private @Nullable NewPerson last;
    private long asked;
    private double leastQuality;

    @Inject
    @BatchProperty
    private String gallery;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public PictureExaminer(JobEnrolment enrolment, ChunkWeight weight) {
        this.enrolment = enrolment;
        this.weight = weight;
    }

    @Override
    public Object processItem(Object item) {
        var open = (OpenPicture) item;
        PersonPicture picture = open.picture();
        var person = picture.person();
        if (person == null) {
            return new ExaminedPicture(picture, null, picture.refusal());
        }
        try {
            var found = enrolment.examine(leastQuality(person), open.photo());
            weight.add(found.picture().length);
            return new ExaminedPicture(picture, found, null);
        } catch (BusyException e) {
            throw e;
        } catch (Problem refusal) {
            return refused(picture, refusal);
        }
    }

    private double leastQuality(NewPerson person) {
        long now = System.nanoTime();
        if (!person.equals(last) || now - asked > BELIEVED.toNanos()) {
            leastQuality = enrolment.leastQuality(new GalleryName(gallery), person);
            last = person;
            asked = now;
        }
        return leastQuality;
    }

    /** Nothing that is wrong with one picture ends the job; what is wrong with the server does. */
    private static ExaminedPicture refused(PersonPicture picture, Problem refusal) {
        if (refusal.kind() == Problem.Kind.UNAVAILABLE) {
            throw refusal;
        }
        return new ExaminedPicture(picture, null, refusal);
    }
}
