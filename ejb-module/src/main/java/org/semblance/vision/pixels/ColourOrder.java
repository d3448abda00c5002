package org.semblance.vision.pixels;

/** In which order a model wants its colour planes. */
public enum ColourOrder {
    RGB,
    BGR;

    /** Which of red, green and blue fills a plane. */
    int channel(int plane) {
        return this == RGB ? plane : 2 - plane;
    }
}
