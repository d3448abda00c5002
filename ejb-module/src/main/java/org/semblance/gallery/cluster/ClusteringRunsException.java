package org.semblance.gallery.cluster;

import org.semblance.gallery.GalleryName;
import org.semblance.platform.Problem;

/** The gallery is being clustered already. */
public class ClusteringRunsException extends Problem {
    private static final long serialVersionUID = 1L;

    public ClusteringRunsException(GalleryName gallery) {
        super(
                Kind.CONFLICT,
                "clustering-running",
                "The gallery '" + gallery + "' is being clustered; wait for that, or stop its job");
    }
}
