package org.semblance.vision.pack;

/** Kinds of detectors whose outputs can be decoded. */
public enum DetectorFamily {
    YUNET,
    SCRFD,
    RETINAFACE
}
