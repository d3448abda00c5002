package org.semblance.gallery.batch;

import org.semblance.transfer.batch.PersonPicture;
import org.semblance.transfer.batch.PictureSource;
import org.semblance.vision.Photo;

/** A picture and the source that is open for it: its bytes are read when somebody looks at it, not before. */
record OpenPicture(PersonPicture picture, PictureSource source) {
    Photo photo() {
        return source.read(picture);
    }
}
