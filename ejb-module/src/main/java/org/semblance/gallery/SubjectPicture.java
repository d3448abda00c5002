package org.semblance.gallery;

import java.util.List;
import org.semblance.storage.ImageKey;
import org.semblance.vision.Box;

/**
 * A stored picture of somebody, and of others perhaps.
 *
 * @param theirs where their faces are
 * @param others where the faces of others are
 */
public record SubjectPicture(long image, ImageKey key, List<Box> theirs, List<Box> others) {
    public SubjectPicture {
        theirs = List.copyOf(theirs);
        others = List.copyOf(others);
    }

    public boolean isShared() {
        return !others.isEmpty();
    }
}
