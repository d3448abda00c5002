package org.semblance.gallery.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.JobEnrolment;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.batch.JobDefinition;

/** {@code enroll-persons}: which folder into which gallery. */
@ApplicationScoped
public class EnrollPersonsDefinition implements JobDefinition {
    private static final Set<String> PARAMETERS = Set.of("gallery", "folder");

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
    public Map<String, String> check(Map<String, String> parameters) {
        for (String given : parameters.keySet()) {
            if (!PARAMETERS.contains(given)) {
                throw new InvalidInputException(given, "enroll-persons knows no parameter '" + given + "'");
            }
        }
        for (String needed : PARAMETERS) {
            if (parameters.getOrDefault(needed, "").isBlank()) {
                throw new InvalidInputException(needed, "enroll-persons needs the parameter '" + needed + "'");
            }
        }
        enrolment.checkGallery(new GalleryName(parameters.getOrDefault("gallery", "")));
        folders.check(parameters.getOrDefault("folder", ""));
        return parameters;
    }
}
