package org.semblance.surveillance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraDisabledException;
import org.semblance.surveillance.flow.FrameJudge.Judged;
import org.semblance.surveillance.flow.SightingKeeper.Kept;
import org.semblance.vision.Analysis;
import org.semblance.vision.DetectOptions;
import org.semblance.vision.FaceAnalysis;
import org.semblance.vision.Photo;
import org.semblance.vision.PhotoTooLargeException;
import org.semblance.vision.UnreadablePhotoException;

/** The way of a frame: models, decision, door, sighting; then what need not be waited for. */
@ApplicationScoped
public class FrameFlow implements FrameIntake {
    private final FaceAnalysis analysis;
    private final FrameJudge judge;
    private final SightingKeeper sightings;
    private final FrameGate gate;
    private final FrameReports reports;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected FrameFlow() {
        this(null, null, null, null, null);
    }

    @Inject
    public FrameFlow(
            FaceAnalysis analysis, FrameJudge judge, SightingKeeper sightings, FrameGate gate, FrameReports reports) {
        this.analysis = analysis;
        this.judge = judge;
        this.sightings = sightings;
        this.gate = gate;
        this.reports = reports;
    }

    @Override
    public FrameAnswer take(Camera camera, Frame frame) {
        if (!camera.isEnabled()) {
            throw new CameraDisabledException(camera.name());
        }
        reports.arrived(camera, frame);
        return gate.pass(camera.id(), () -> answer(camera, frame));
    }

    private FrameAnswer answer(Camera camera, Frame frame) {
        Analysis found = analyze(camera, frame.photo());
        FrameTime time = reports.time(camera, frame);
        List<Judged> judged = judge.judge(camera, found.faces(), time.at());
        var kept = sightings.keep(camera, judged, time);
        return new FrameAnswer(
                frame.id(),
                found.size(),
                kept.faces().stream().map(FrameFlow::seen).toList(),
                kept.isLate());
    }

    private Analysis analyze(Camera camera, Photo photo) {
        try {
            return analysis.analyze(photo, new DetectOptions(camera.rules().requiresLiveness()));
        } catch (UnreadablePhotoException | PhotoTooLargeException e) {
            reports.unread(camera, e.code());
            throw e;
        }
    }

    private static FrameAnswer.SeenFace seen(Kept kept) {
        var judged = kept.judged();
        var who = judged.who();
        return new FrameAnswer.SeenFace(
                judged.face().detected().box(),
                judged.verdict(),
                who == null ? null : who.name(),
                kept.noted().sighting(),
                kept.noted().isNew(),
                judged.access());
    }
}
