package org.semblance.gallery.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.JobEnrolment;
import org.semblance.jobs.JobParameter;
import org.semblance.platform.batch.JobDefinition;

/** {@code enroll-persons}: which folder into which gallery. */
@ApplicationScoped
public class EnrollPersonsDefinition implements JobDefinition {
    private final ImportFolders folders;
    private final JobEnrolment enrolment;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected EnrollPersonsDefinition() {
        this(null, null);
    }

    @Inject
    public EnrollPersonsDefinition(ImportFolders folders, JobEnrolment enrolment) {
        this.folders = folders;
        this.enrolment = enrolment;
    }

    @Override
    public String job() {
        return "enroll-persons";
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(
                JobParameter.required("gallery", JobParameter.Type.GALLERY),
                JobParameter.required("folder", JobParameter.Type.FILE));
    }

    @Override
    public void check(Map<String, String> parameters) {
        enrolment.checkGallery(new GalleryName(parameters.getOrDefault("gallery", "")));
        folders.check(parameters.getOrDefault("folder", ""));
    }
}
