package org.semblance.gallery;

import java.util.UUID;
import org.semblance.storage.ImageKey;
import org.semblance.storage.NewImage;
import org.semblance.storage.Retention;
import org.semblance.vision.AlignedFace;
import org.semblance.vision.AnalyzedFace;
import org.semblance.vision.MediaType;
import org.semblance.vision.PixelSize;

/**
 * Names the images of faces, and makes them ready to be stored.
 *
 * @param place where they lie in the image store
 */
record FacePictures(String place) {
    static FacePictures of(PersonId person) {
        return new FacePictures("images/users/" + person);
    }

    static FacePictures in(GalleryName gallery) {
        return new FacePictures("photos/" + gallery);
    }

    NewImage original(PixelSize size, byte[] jpeg) {
        ImageKey key = key("original", MediaType.JPEG);
        return new NewImage(key, jpeg, MediaType.JPEG.value(), size.width(), size.height(), Retention.ENROLLED);
    }

    NewImage crop(AnalyzedFace face) {
        ImageKey key = key("aligned", MediaType.PNG);
        byte[] bytes = face.aligned().png();
        return new NewImage(key, bytes, MediaType.PNG.value(), AlignedFace.SIDE, AlignedFace.SIDE, Retention.ENROLLED);
    }

    private ImageKey key(String kind, MediaType type) {
        return new ImageKey(place + "/" + kind + "/" + UUID.randomUUID() + "." + type.extension());
    }
}
