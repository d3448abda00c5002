package org.semblance.transfer;

import org.semblance.gallery.GalleryName;
import org.semblance.jobs.JobRunId;

/** Which gallery to carry away, with what. */
public record ExportOrder(JobRunId run, GalleryName gallery, boolean hasImages, boolean hasEmbeddings) {
    /** The name of the file: a run makes the same one however often it is begun. */
    public String file() {
        return gallery.value() + "-" + run.value() + ".zip";
    }
}
