package org.semblance.surveillance;

/** A camera inside the installation; stays when its name is given to another. */
public record CameraId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
