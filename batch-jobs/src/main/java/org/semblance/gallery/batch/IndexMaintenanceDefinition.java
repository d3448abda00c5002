package org.semblance.gallery.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.JobEnrolment;
import org.semblance.jobs.JobParameter;
import org.semblance.platform.batch.JobDefinition;

/** {@code index-maintenance}: of which gallery, and when graphs are built anew. */
@ApplicationScoped
public class IndexMaintenanceDefinition implements JobDefinition {
    private final JobEnrolment enrolment;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected IndexMaintenanceDefinition() {
        this(null);
    }

    @Inject
    public IndexMaintenanceDefinition(JobEnrolment enrolment) {
        this.enrolment = enrolment;
    }

    @Override
    public String job() {
        return "index-maintenance";
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(
                JobParameter.optional("gallery", JobParameter.Type.GALLERY),
                JobParameter.choice("rebuild", "when-needed", "never", "always"));
    }

    @Override
    public void check(Map<String, String> parameters) {
        String gallery = parameters.get("gallery");
        if (gallery != null) {
            enrolment.checkGallery(new GalleryName(gallery));
        }
    }

    @Override
    public Optional<String> exclusiveKey(Map<String, String> parameters) {
        return Optional.of(job());
    }
}
