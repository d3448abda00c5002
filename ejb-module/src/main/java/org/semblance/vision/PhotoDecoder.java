package org.semblance.vision;

/** Turns the bytes of a photo into upright pixels, or says clearly why it will not. */
public interface PhotoDecoder {
    Bitmap decode(Photo photo);
}
