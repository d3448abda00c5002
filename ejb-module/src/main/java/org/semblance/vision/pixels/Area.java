package org.semblance.vision.pixels;

/** A rectangle of whole pixels. */
record Area(int left, int top, int width, int height) {}
