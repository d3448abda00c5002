package org.semblance.surveillance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.semblance.platform.UuidV7;
import org.semblance.storage.ImageKey;
import org.semblance.storage.NewImage;
import org.semblance.storage.Retention;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.event.RecognitionEvent;
import org.semblance.surveillance.event.RecognitionEvent.Outcome;
import org.semblance.surveillance.flow.FrameJudge.Judged;
import org.semblance.surveillance.flow.SightingBook.Noted;
import org.semblance.vision.AlignedFace;
import org.semblance.vision.FaceAnalysis;
import org.semblance.vision.FalseAcceptRate;

/** Makes sightings of judged faces: those that begin are written before anybody is told of them. */
@ApplicationScoped
public class SightingKeeper {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final SightingBook book;
    private final SightingWriter writer;
    private final FaceAnalysis analysis;
    private final FrameLessons lessons;
    private final Clock clock;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SightingKeeper() {
        this(null, null, null, null, null);
    }

    @Inject
    public SightingKeeper(
            SightingBook book, SightingWriter writer, FaceAnalysis analysis, FrameLessons lessons, Clock clock) {
        this.book = book;
        this.writer = writer;
        this.analysis = analysis;
        this.lessons = lessons;
        this.clock = clock;
    }

    /** A judged face with the sighting that it belongs to; its event, where it began one. */
    record Kept(Judged judged, Noted noted, RecognitionEvent event) {}

    /**
     * What came of the faces of a frame, in their order.
     *
     * @param isLate whether what began was written to this server's disk
     */
    record Sightings(List<Kept> faces, boolean isLate) {}

    Sightings keep(Camera camera, List<Judged> faces, FrameTime time) {
        if (faces.isEmpty()) {
            return new Sightings(List.of(), false);
        }
        double resembling = analysis.embedder().thresholds().at(FalseAcceptRate.ONE_IN_HUNDRED);
        Sightings sightings = book.with(camera.id(), () -> {
            List<Kept> kept = new ArrayList<>();
            for (Judged judged : faces) {
                Noted noted = book.note(camera, face(judged, time, resembling), () -> UuidV7.next(clock));
                kept.add(new Kept(judged, noted, event(camera, judged, time, noted.sighting())));
            }
            return written(camera, kept);
        });
        if (!sightings.isLate()) {
            sightings.faces().stream()
                    .filter(face -> face.noted().isNew())
                    .forEach(face -> lessons.learn(camera, face));
        }
        return sightings;
    }

    private Sightings written(Camera camera, List<Kept> kept) {
        List<NewSighting> begun = kept.stream()
                .filter(face -> face.noted().isNew())
                .map(face -> sighting(camera, face))
                .toList();
        if (begun.isEmpty()) {
            kept.stream()
                    .filter(face -> face.noted().isBetter())
                    .forEach(face -> writer.better(sighting(camera, face)));
            return new Sightings(kept, false);
        }
        List<UUID> ids = begun.stream().map(one -> one.event().sighting()).toList();
        boolean isWritten = false;
        try {
            var written = writer.write(begun);
            isWritten = true;
            written.others().forEach((mine, other) -> book.rename(camera.id(), mine, other));
            var faces = kept.stream()
                    .map(face -> written.others().containsKey(face.noted().sighting())
                            ? new Kept(
                                    face.judged(),
                                    new Noted(written.others().get(face.noted().sighting()), false, false),
                                    face.event())
                            : face)
                    .toList();
            return new Sightings(faces, written.isLate());
        } finally {
            if (!isWritten) {
                book.forget(camera.id(), ids);
            }
        }
    }

    private static SightingBook.Face face(Judged judged, FrameTime time, double resembling) {
        var access = judged.access();
        return new SightingBook.Face(
                judged.verdict().person(),
                access == null ? null : access.isAllowed(),
                judged.face().embedding(),
                judged.face().quality().score(),
                time.at(),
                resembling);
    }

    private RecognitionEvent event(Camera camera, Judged judged, FrameTime time, UUID sighting) {
        return new RecognitionEvent(
                UuidV7.next(clock),
                time.at(),
                camera.id(),
                camera.galleryId(),
                judged.verdict(),
                sighting,
                judged.access(),
                time.isOld());
    }

    private static NewSighting sighting(Camera camera, Kept kept) {
        var face = kept.judged().face();
        var event = kept.event();
        String kind = event.matched().outcome() == Outcome.UNKNOWN ? "unknown" : "sightings";
        String unique = Long.toHexString(event.id().getLeastSignificantBits() & 0xFFFF_FFFFFFFFL);
        var key = new ImageKey("images/" + kind + "/" + DAY.format(event.at()) + "/" + camera.name() + "_"
                + TIME.format(event.at()) + "-" + unique + ".png");
        return new NewSighting(
                event,
                face.detected(),
                face.embedding(),
                new NewImage(
                        key,
                        face.aligned().png(),
                        "image/png",
                        AlignedFace.SIDE,
                        AlignedFace.SIDE,
                        Retention.OBSERVED));
    }
}
