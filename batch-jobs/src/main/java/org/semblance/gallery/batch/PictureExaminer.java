package org.semblance.gallery.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.JobEnrolment;
import org.semblance.platform.BusyException;
import org.semblance.platform.Problem;
import org.semblance.vision.Photo;

/** Looks at a picture: the slow part, which runs with the chunk's transaction suspended. */
@Named
@Dependent
public class PictureExaminer implements ItemProcessor {
    private final JobEnrolment enrolment;
    private final int maxBytes;

    @Inject
    @BatchProperty
    private String gallery;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public PictureExaminer(
            JobEnrolment enrolment,
            @ConfigProperty(name = "semblance.vision.max-bytes", defaultValue = "26214400") int maxBytes) {
        this.enrolment = enrolment;
        this.maxBytes = maxBytes;
    }

    @Override
    public Object processItem(Object item) throws IOException {
        var picture = (PersonPicture) item;
        try (var stream = Files.newInputStream(picture.file())) {
            var photo = Photo.read(stream, maxBytes);
            return new ExaminedPicture(picture, enrolment.examine(new GalleryName(gallery), photo), null);
        } catch (BusyException e) {
            throw e;
        } catch (Problem refusal) {
            return refused(picture, refusal);
        }
    }

    /** Nothing that is wrong with one picture ends the job; what is wrong with the server does. */
    private static ExaminedPicture refused(PersonPicture picture, Problem refusal) {
        if (refusal.kind() == Problem.Kind.UNAVAILABLE) {
            throw refusal;
        }
        return new ExaminedPicture(picture, null, refusal);
    }
}
