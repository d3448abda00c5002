package org.semblance.surveillance.pull;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.flow.Frame;
import org.semblance.surveillance.flow.FrameAnswer;
import org.semblance.surveillance.flow.FrameIntake;
import org.semblance.vision.PixelSize;

/** Takes frames and sees nobody on them. */
final class FakeIntake implements FrameIntake {
    private final List<Frame> taken = new CopyOnWriteArrayList<>();
    private volatile Runnable before = () -> {};

    @Override
    public FrameAnswer take(Camera camera, Frame frame) {
        before.run();
        taken.add(frame);
        return new FrameAnswer(frame.id(), new PixelSize(1, 1), List.of(), false);
    }

    /** What happens before a frame is taken: it waits, or fails. */
    void before(Runnable step) {
        before = step;
    }

    List<Frame> taken() {
        return taken;
    }
}
