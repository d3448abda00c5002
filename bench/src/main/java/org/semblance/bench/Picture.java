package org.semblance.bench;

import org.semblance.vision.Photo;

/** A picture that is looked at again and again. */
final class Picture {
    private final String name;
    private final byte[] bytes;

    Picture(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
    }

    String name() {
        return name;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    Photo photo() {
        return Photo.of(bytes);
    }
}
