package org.semblance.vision.pack;

/** Kinds of liveness models that can be run. */
public enum LivenessFamily {
    MINIFASNET
}
