package org.semblance.transfer.batch;

import java.util.List;
import org.semblance.platform.Problem;
import org.semblance.transfer.ArchivedPerson;
import org.semblance.transfer.GalleryArchive;
import org.semblance.transfer.GalleryImport;

/**
 * Somebody in an archive that is open.
 *
 * @param faces those that were looked at and found right
 * @param refusals of the others
 */
record ArchivedItem(
        GalleryArchive archive, ArchivedPerson person, List<GalleryImport.Checked> faces, List<Problem> refusals) {
    ArchivedItem(GalleryArchive archive, ArchivedPerson person) {
        this(archive, person, List.of(), List.of());
    }

    ArchivedItem {
        faces = List.copyOf(faces);
        refusals = List.copyOf(refusals);
    }
}
