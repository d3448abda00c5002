package org.semblance.vision.evaluation;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.vision.Bitmap;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Embedding;
import org.semblance.vision.Photo;
import org.semblance.vision.PhotoDecoder;
import org.semblance.vision.PixelSize;
import org.semblance.vision.onnx.OnnxFaceDetector;
import org.semblance.vision.onnx.OnnxFaceEmbedder;
import org.semblance.vision.pack.ModelPack;
import org.semblance.vision.photo.ImageIoPhotoDecoder;
import org.semblance.vision.pixels.FaceAligner;

/**
 * The way of a photo through the server, up to the embedding of the one face that its label means: the one whose middle
 * lies nearest to the middle of the picture, measured in its own size.
 */
final class LabelledFaces implements AutoCloseable {
    private static final long MOST_BYTES = 256L * 1024 * 1024;
    private static final long MOST_PIXELS = 100_000_000;

    private final PhotoDecoder decoder;
    private final OnnxFaceDetector detector;
    private final OnnxFaceEmbedder embedder;
    private final float border;

    /**
     * What was seen in a picture.
     *
     * @param faces found in it
     * @param embedding of the labelled one, unless there is none
     */
    record Sighting(int faces, @Nullable Embedding embedding) {}

    private LabelledFaces(PhotoDecoder decoder, OnnxFaceDetector detector, OnnxFaceEmbedder embedder, float border) {
        this.decoder = decoder;
        this.detector = detector;
        this.embedder = embedder;
        this.border = border;
    }

    static LabelledFaces open(ModelPack pack, EvaluationOptions options) {
        long memory = Runtime.getRuntime().maxMemory() / 2 / options.threads();
        var decoder = new ImageIoPhotoDecoder(MOST_BYTES, MOST_PIXELS, memory);
        var spec = options.detectorThreshold()
                .map(pack.detector()::withScoreThreshold)
                .orElse(pack.detector());
        var detector = OnnxFaceDetector.load(spec, 1);
        try {
            var embedder = OnnxFaceEmbedder.load(pack.embedderId(), pack.embedder(), 1);
            return new LabelledFaces(decoder, detector, embedder, options.border());
        } catch (RuntimeException e) {
            detector.close();
            throw e;
        }
    }

    Sighting look(Photo photo) {
        var picture = bordered(decoder.decode(photo), border);
        List<DetectedFace> faces = detector.detect(picture);
        if (faces.isEmpty()) {
            return new Sighting(0, null);
        }
        var aligned = FaceAligner.align(picture, labelled(faces, picture.size()).landmarks());
        return new Sighting(faces.size(), embedder.embed(List.of(aligned)).get(0));
    }

    static DetectedFace labelled(List<DetectedFace> faces, PixelSize picture) {
        return faces.stream()
                .min(Comparator.comparingDouble(face -> distance(face, picture)))
                .orElseThrow();
    }

    private static double distance(DetectedFace face, PixelSize picture) {
        var box = face.box();
        double across = box.x() + box.width() / 2 - picture.width() / 2.0;
        double down = box.y() + box.height() / 2 - picture.height() / 2.0;
        return Math.hypot(across, down) / Math.sqrt(Math.max(1, box.area()));
    }

    static Bitmap bordered(Bitmap picture, float border) {
        int across = Math.round(picture.width() * border);
        int down = Math.round(picture.height() * border);
        if (across == 0 && down == 0) {
            return picture;
        }
        int width = picture.width() + 2 * across;
        int height = picture.height() + 2 * down;
        byte[] rgb = new byte[Math.toIntExact(3L * width * height)];
        for (int y = 0; y < picture.height(); y++) {
            int to = 3 * ((y + down) * width + across);
            System.arraycopy(picture.rgb(), 3 * y * picture.width(), rgb, to, 3 * picture.width());
        }
        return new Bitmap(width, height, rgb);
    }

    @Override
    public void close() {
        embedder.close();
        detector.close();
    }
}
