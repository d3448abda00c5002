package org.semblance.surveillance.pull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.Cameras;
import org.semblance.surveillance.flow.FrameIntake;

/** Leads frames of cameras that this server reads to where they are recognised. */
@ApplicationScoped
public class FeedMaker {
    private final Cameras cameras;
    private final FrameIntake intake;
    private final PullCounts counts;
    private final String node;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected FeedMaker() {
        this(null, null, null, "");
    }

    @Inject
    public FeedMaker(Cameras cameras, FrameIntake intake, PullCounts counts) {
        this(cameras, intake, counts, System.getProperty("jboss.node.name", "semblance"));
    }

    FeedMaker(Cameras cameras, FrameIntake intake, PullCounts counts, String node) {
        this.cameras = cameras;
        this.intake = intake;
        this.counts = counts;
        this.node = node;
    }

    Feed feed(CameraId camera, Executor threads) {
        return new Feed(camera, cameras, intake, counts, threads);
    }

    PullCounts counts() {
        return counts;
    }

    String node() {
        return node;
    }
}
