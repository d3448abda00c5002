package org.semblance.vision;

/** Turns the bytes of a photo into upright pixels, or says clearly why it will not. */
public interface PhotoDecoder {

    /** Reads the header alone and refuses a photo that is too large, at next to no cost. */
    PhotoHeader inspect(Photo photo);

    /** Pixels and what to keep; refuses whatever {@link #inspect} refuses before it takes memory for them. */
    DecodedPhoto open(Photo photo);

    /** The upright pixels alone. */
    default Bitmap decode(Photo photo) {
        return open(photo).picture();
    }
}
