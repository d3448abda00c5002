package org.semblance.gallery.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.JobEnrolment;
import org.semblance.jobs.JobParameter;
import org.semblance.jobs.JobSettings;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.batch.JobDefinition;
import org.semblance.transfer.batch.PictureSources;

/** {@code enroll-persons}: which folder, ZIP or list into which gallery, and in how many parts and portions. */
@ApplicationScoped
public class EnrollPersonsDefinition implements JobDefinition {
    private static final int MOST_PARTS = 64;
    private static final int LARGEST_CHUNK = 200;

    private final PictureSources sources;
    private final JobEnrolment enrolment;
    private final JobSettings settings;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected EnrollPersonsDefinition() {
        this(null, null, null);
    }

    @Inject
    public EnrollPersonsDefinition(PictureSources sources, JobEnrolment enrolment, JobSettings settings) {
        this.sources = sources;
        this.enrolment = enrolment;
        this.settings = settings;
    }

    @Override
    public String job() {
        return "enroll-persons";
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(
                JobParameter.required("gallery", JobParameter.Type.GALLERY),
                JobParameter.required("folder", JobParameter.Type.FILE),
                JobParameter.optional("parts", JobParameter.Type.NUMBER, Integer.toString(settings.parts())),
                JobParameter.optional("chunk", JobParameter.Type.NUMBER, "32"));
    }

    @Override
    public void check(Map<String, String> parameters) {
        checkRange(parameters, "parts", MOST_PARTS);
        checkRange(parameters, "chunk", LARGEST_CHUNK);
        enrolment.checkGallery(new GalleryName(parameters.getOrDefault("gallery", "")));
        sources.check(parameters.getOrDefault("folder", ""));
    }

    private static void checkRange(Map<String, String> parameters, String name, int most) {
        int value = Integer.parseInt(parameters.getOrDefault(name, "1"));
        if (value < 1 || value > most) {
            throw new InvalidInputException(name, name + " lies between 1 and " + most);
        }
    }

    /** Two runs that meet the same new person at the same time would both make them. */
    @Override
    public Optional<String> exclusiveKey(Map<String, String> parameters) {
        return Optional.of("enroll-persons:" + parameters.get("gallery"));
    }

    @Override
    public boolean retriesItems() {
        return true;
    }
}
