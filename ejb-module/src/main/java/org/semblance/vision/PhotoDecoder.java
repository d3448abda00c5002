package org.semblance.vision;

/** Turns the bytes of a photo into upright pixels, or says clearly why it will not. */
public interface PhotoDecoder {

    /** Reads the header alone and refuses a photo that is too large, at next to no cost. */
    PhotoHeader inspect(Photo photo);

    /** The upright pixels; refuses whatever {@link #inspect} refuses before it takes memory for them. */
    Bitmap decode(Photo photo);
}
