package org.semblance.bench;

import java.util.List;
import org.semblance.vision.AlignedFace;
import org.semblance.vision.Bitmap;
import org.semblance.vision.PhotoDecoder;
import org.semblance.vision.onnx.OnnxFaceDetector;
import org.semblance.vision.onnx.OnnxFaceEmbedder;
import org.semblance.vision.pack.DetectorSpec;
import org.semblance.vision.pack.ModelPack;
import org.semblance.vision.photo.ImageIoPhotoDecoder;
import org.semblance.vision.pixels.FaceAligner;

/** The server's own classes, one by one, with the models of a pack and one thread for each. */
final class StageModels implements AutoCloseable {
    private static final int THREADS = 1;
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final long MOST_PIXELS = 50_000_000;

    private final DetectorSpec spec;
    private final OnnxFaceDetector detector;
    private final OnnxFaceEmbedder embedder;

    StageModels(ModelPack pack) {
        spec = pack.detector();
        detector = OnnxFaceDetector.load(spec, THREADS);
        embedder = OnnxFaceEmbedder.load(pack.embedderId(), pack.embedder(), THREADS);
    }

    PhotoDecoder decoder() {
        return new ImageIoPhotoDecoder(
                MOST_BYTES, MOST_PIXELS, Runtime.getRuntime().maxMemory() / 2);
    }

    DetectorSpec spec() {
        return spec;
    }

    OnnxFaceDetector detector() {
        return detector;
    }

    OnnxFaceEmbedder embedder() {
        return embedder;
    }

    /** Every face of a picture, aligned. */
    List<AlignedFace> aligned(Bitmap picture) {
        return detector.detect(picture).stream()
                .map(face -> FaceAligner.align(picture, face.landmarks()))
                .toList();
    }

    @Override
    public void close() {
        embedder.close();
        detector.close();
    }
}
