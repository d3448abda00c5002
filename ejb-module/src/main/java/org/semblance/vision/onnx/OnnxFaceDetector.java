package org.semblance.vision.onnx;

import java.util.ArrayList;
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
 * first look finds nothing else, a second one is taken from further away, with black around the picture. What is lost by
 * shrinking a large picture is looked for in a closer look.
 */
public final class OnnxFaceDetector implements FaceDetector, AutoCloseable {
    private static final int MOST_FACES = 1000;
    private static final float DISTANT_BORDER = 0.25f;
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
            look(new Bitmap(side, side, new byte[3 * side * side]), frame(new PixelSize(side, side), side, 0));
        } catch (InferenceException e) {
            throw new InferenceException(model.name() + " is no " + spec.family() + " detector: " + e.getMessage(), e);
        }
    }

    @Override
    public List<DetectedFace> detect(Bitmap picture, double share) {
        var whole = frame(picture.size(), spec.longestSide(), 0);
        List<DetectedFace> faces = look(picture, whole);
        if (faces.stream().allMatch(face -> isAtEdge(face.box(), picture.size()))) {
            faces.addAll(look(picture, frame(picture.size(), spec.longestSide() / 2, DISTANT_BORDER)));
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
            for (DetectedFace face : look(part, frame(part.size(), closer.longestSide(tile), 0))) {
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

    private List<DetectedFace> look(Bitmap picture, Frame frame) {
        var scaled = PictureScaler.scale(
                picture, frame.scaled().width(), frame.scaled().height());
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
