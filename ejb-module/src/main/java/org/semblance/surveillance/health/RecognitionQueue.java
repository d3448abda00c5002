package org.semblance.surveillance.health;

/** Frames that wait on this server to be recognised. */
@FunctionalInterface
public interface RecognitionQueue {
    int size();
}
