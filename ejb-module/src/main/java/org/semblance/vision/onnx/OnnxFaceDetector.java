package org.semblance.vision.onnx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.semblance.vision.Bitmap;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Execution;
import org.semblance.vision.FaceDetector;
import org.semblance.vision.PixelSize;
import org.semblance.vision.pack.DetectorFamily;
import org.semblance.vision.pack.DetectorSpec;
import org.semblance.vision.pixels.Area;
import org.semblance.vision.pixels.Frame;
import org.semblance.vision.pixels.PictureScaler;
import org.semblance.vision.pixels.Planes;

/**
 * Finds faces with an ONNX model. Detectors miss a face that fills the picture or is cut off by its edge; so when the
 * first look finds nothing else, a second one is taken from further away, with black around the picture. Where the pack
 * says that the detector places landmarks badly in large faces, each of these is looked at once more, small and alone.
 * What is lost by shrinking a large picture is looked for in a closer look.
 */
public final class OnnxFaceDetector implements FaceDetector, AutoCloseable {
    private static final int MOST_FACES = 1000;
    private static final float DISTANT_BORDER = 0.25f;
    private static final double SMALL_PICTURE = 2.5;
    private static final float SETTLED = 0.65f;
    private static final int USUAL_SMALLEST_FACE = 20;
    private static final int REHEARSAL_CELLS = 4;

    private final OnnxModel model;
    private final DetectorDecoder decoder;
    private final DetectorSpec spec;
    private final Planes planes;
    private final int smallestFace;

    private OnnxFaceDetector(OnnxModel model, DetectorSpec spec, int smallestFace) {
        this.model = model;
        this.spec = spec;
        this.smallestFace = smallestFace;
        this.decoder = decoder(spec.family());
        this.planes = spec.input().planes();
        rehearse();
    }

    /** Loads a detector that looks for faces of 20 pixels and more on the processor. */
    public static OnnxFaceDetector load(DetectorSpec spec, int threads) {
        return load(spec, Execution.onCpu(threads), USUAL_SMALLEST_FACE);
    }

    /**
     * Loads a detector.
     *
     * @param smallestFace that is looked for, in pixels of the picture
     */
    public static OnnxFaceDetector load(DetectorSpec spec, Execution execution, int smallestFace) {
        var model = OnnxModel.load(spec.file(), execution);
        try {
            return new OnnxFaceDetector(model, spec, smallestFace);
        } catch (InferenceException e) {
            model.close();
            throw e;
        }
    }

    private static DetectorDecoder decoder(DetectorFamily family) {
        return switch (family) {
            case YUNET -> new YuNetDecoder();
            case SCRFD -> new ScrfdDecoder();
            case RETINAFACE -> new RetinaFaceDecoder();
        };
    }

    /** Looks at a black picture: outputs that are not what the family says are found when loading, not later. */
    private void rehearse() {
        int side = REHEARSAL_CELLS * decoder.cell();
        try {
            var black = new Bitmap(side, side, new byte[3 * side * side]);
            var frame = frame(black.size(), side, 0);
            look(scaled(black, frame), frame);
        } catch (InferenceException e) {
            throw new InferenceException(model.name() + " is no " + spec.family() + " detector: " + e.getMessage(), e);
        }
    }

    @Override
    public List<DetectedFace> detect(Bitmap picture, double share) {
        var whole = frame(picture.size(), spec.longestSide(), 0);
        var scaled = scaled(picture, whole);
        List<DetectedFace> faces = look(scaled, whole);
        if (faces.stream().allMatch(face -> isAtEdge(face.box(), picture.size()))) {
            var distant = frame(picture.size(), spec.longestSide() / 2, DISTANT_BORDER);
            faces.addAll(look(scaled(picture, distant), distant));
            faces = Suppression.keepSurest(faces, spec.overlapThreshold(), MOST_FACES);
        }
        if (faces.stream().anyMatch(face -> isLarge(face, whole))) {
            // Two boxes that lay apart may turn out to be the same face.
            faces.replaceAll(face -> isLarge(face, whole) ? placedBetter(face, scaled, whole) : face);
            faces = Suppression.keepSurest(faces, spec.overlapThreshold(), MOST_FACES);
        }
        int smallest = Math.max(smallestFace, (int) (share * longest(faces)));
        var closer = CloserLook.at(picture.size(), whole.scale(), tileSide(), mostPixels(), smallest);
        if (closer.tiles().isEmpty()) {
            return faces;
        }
        return Suppression.keepSurest(
                CloserLook.join(faces, lookCloser(picture, closer)), spec.overlapThreshold(), MOST_FACES);
    }

    private static double longest(List<DetectedFace> faces) {
        return faces.stream()
                .mapToDouble(face -> face.box().longestSide())
                .max()
                .orElse(0);
    }

    private List<DetectedFace> lookCloser(Bitmap picture, CloserLook closer) {
        List<DetectedFace> faces = new ArrayList<>();
        for (Area tile : closer.tiles()) {
            var part = tile.cut(picture);
            var frame = frame(part.size(), closer.longestSide(tile), 0);
            for (DetectedFace face : look(scaled(part, frame), frame)) {
                if (closer.isTrusted(face, tile)) {
                    faces.add(face.moved(tile.left(), tile.top()));
                }
            }
        }
        return faces;
    }

    /** Tiles larger than the usual input waste less on what they share; the models at hand take as long for a pixel. */
    private int tileSide() {
        long[] shape = model.inputShape();
        return isFixed(shape) ? (int) Math.min(shape[2], shape[3]) : spec.longestSide() * 3 / 2;
    }

    private long mostPixels() {
        return (long) spec.closerLooks() * spec.longestSide() * spec.longestSide();
    }

    /** In a small picture a face is large only because the picture ends beside it, which detectors are used to. */
    private boolean isLarge(DetectedFace face, Frame whole) {
        return face.box().longestSide() * whole.scale() > spec.largestFace()
                && whole.scaled().longestSide() > SMALL_PICTURE * spec.largestFace();
    }

    /** The same face with the landmarks that it has in a close-up; in another one where the first was beside the face. */
    private DetectedFace placedBetter(DetectedFace face, Bitmap scaled, Frame whole) {
        var placed = inCloseUp(face, scaled, whole);
        return placed.box().overlap(face.box()) < SETTLED ? inCloseUp(placed, scaled, whole) : placed;
    }

    /** The face that is found there, which is as sure as it was; the one that was given if there is none. */
    private DetectedFace inCloseUp(DetectedFace face, Bitmap scaled, Frame whole) {
        var closeUp = CloseUp.of(whole.toInput(face.box()), scaled.size(), closeUpInput());
        var area = closeUp.area();
        return look(scaled(area.cut(scaled), closeUp.frame()), closeUp.frame()).stream()
                .map(found -> whole.toPicture(found.moved(area.left(), area.top())))
                .filter(found -> found.box().overlap(face.box()) > spec.overlapThreshold())
                .max(Comparator.comparing(found -> found.box().overlap(face.box())))
                .map(found -> new DetectedFace(found.box(), found.landmarks(), face.confidence()))
                .orElse(face);
    }

    private PixelSize closeUpInput() {
        long[] shape = model.inputShape();
        return isFixed(shape) ? new PixelSize((int) shape[3], (int) shape[2]) : CloseUp.INPUT;
    }

    private static Bitmap scaled(Bitmap picture, Frame frame) {
        return PictureScaler.scale(
                picture, frame.scaled().width(), frame.scaled().height());
    }

    private List<DetectedFace> look(Bitmap scaled, Frame frame) {
        var input = frame.input();
        var output = model.run(
                new long[] {1, 3, input.height(), input.width()}, numbers -> planes.write(scaled, frame, numbers));
        var candidates = decoder.decode(output, input, spec.scoreThreshold());
        candidates.removeIf(Predicate.not(OnnxFaceDetector::isPlausible));
        List<DetectedFace> faces = new ArrayList<>();
        for (DetectedFace face : Suppression.keepSurest(candidates, spec.overlapThreshold(), MOST_FACES)) {
            faces.add(frame.toPicture(face));
        }
        return faces;
    }

    private Frame frame(PixelSize picture, int longestSide, float border) {
        long[] shape = model.inputShape();
        if (isFixed(shape)) {
            return Frame.into(new PixelSize((int) shape[3], (int) shape[2]), picture, border);
        }
        return Frame.fit(picture, longestSide, border, decoder.cell());
    }

    private static boolean isFixed(long[] shape) {
        return shape[2] > 0 && shape[3] > 0;
    }

    /** Numbers, and eyes apart from each other: what cannot be aligned is no face. */
    private static boolean isPlausible(DetectedFace face) {
        for (float coordinate : face.landmarks().coordinates()) {
            if (!Float.isFinite(coordinate)) {
                return false;
            }
        }
        float eyes = Math.abs(face.landmarks().x(0) - face.landmarks().x(1))
                + Math.abs(face.landmarks().y(0) - face.landmarks().y(1));
        return Float.isFinite(face.box().area()) && eyes >= 1;
    }

    private static boolean isAtEdge(Box box, PixelSize picture) {
        return box.x() <= 0
                || box.y() <= 0
                || box.x() + box.width() >= picture.width()
                || box.y() + box.height() >= picture.height();
    }

    @Override
    public void close() {
        model.close();
    }
}
