package org.semblance.surveillance.flow;

import org.semblance.surveillance.Camera;

/** Takes frames, from agents that send them and from cameras that are read. */
public interface FrameIntake {

    /**
     * What is to be seen on a frame, written down for good when this returns. A problem when it cannot be read, and
     * {@link org.semblance.platform.BusyException} when too many are waiting.
     */
    FrameAnswer take(Camera camera, Frame frame);
}
