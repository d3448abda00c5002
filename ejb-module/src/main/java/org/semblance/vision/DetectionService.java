package org.semblance.vision;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.semblance.platform.Permissions;

/** Says where the faces in a photo are; stores nothing. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DetectionService {
    private final FaceAnalysis analysis;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected DetectionService() {
        this(null);
    }

    @Inject
    public DetectionService(FaceAnalysis analysis) {
        this.analysis = analysis;
    }

    @RolesAllowed(Permissions.VISION_DETECT)
    public Detection detect(Photo photo, DetectOptions options) {
        return analysis.detect(photo, options);
    }
}
