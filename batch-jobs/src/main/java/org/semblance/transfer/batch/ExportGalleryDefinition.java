package org.semblance.transfer.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.JobEnrolment;
import org.semblance.jobs.JobParameter;
import org.semblance.platform.Permissions;
import org.semblance.platform.batch.JobDefinition;

/** {@code export-gallery}: which gallery, with what. */
@ApplicationScoped
public class ExportGalleryDefinition implements JobDefinition {
    private final JobEnrolment enrolment;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ExportGalleryDefinition() {
        this(null);
    }

    @Inject
    public ExportGalleryDefinition(JobEnrolment enrolment) {
        this.enrolment = enrolment;
    }

    @Override
    public String job() {
        return "export-gallery";
    }

    @Override
    public List<JobParameter> parameters() {
        return List.of(
                JobParameter.required("gallery", JobParameter.Type.GALLERY),
                JobParameter.optional("images", JobParameter.Type.SWITCH, "true"),
                JobParameter.optional("embeddings", JobParameter.Type.SWITCH, "true"));
    }

    @Override
    public void check(Map<String, String> parameters) {
        enrolment.checkGallery(new GalleryName(parameters.getOrDefault("gallery", "")));
    }

    @Override
    public Set<String> permissions() {
        return Set.of(Permissions.GALLERY_EXPORT);
    }

    @Override
    public boolean needsStepUp() {
        return true;
    }
}
