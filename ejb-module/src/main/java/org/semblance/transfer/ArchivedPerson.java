package org.semblance.transfer;

import jakarta.json.JsonArray;
import java.util.List;
import org.semblance.gallery.NewPerson;

/**
 * Somebody in an archive, with all their faces.
 *
 * @param id who it was where the archive was made; in ascending order
 */
public record ArchivedPerson(long id, NewPerson person, JsonArray consents, List<ArchivedFace> faces) {
    public ArchivedPerson {
        faces = List.copyOf(faces);
    }
}
