package org.semblance.vision;

/** Tells faces in front of the camera from prints and screens that show one. */
public interface LivenessCheck {

    /** Looks at the face and at what is around it; coordinates are those of the picture. */
    Liveness check(Bitmap picture, DetectedFace face);
}
