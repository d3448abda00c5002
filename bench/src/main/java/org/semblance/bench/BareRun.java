package org.semblance.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.semblance.vision.AlignedFace;
import org.semblance.vision.Analysis;
import org.semblance.vision.AnalyzedFace;
import org.semblance.vision.Bitmap;
import org.semblance.vision.PlatformImageIo;
import org.semblance.vision.pixels.Frame;
import org.semblance.vision.pixels.PictureScaler;
import org.semblance.vision.pixels.Planes;

/**
 * The least that must happen to one picture: the platform's decoder, one run of the detector, one run of the embedder on
 * all faces. The tensors hold the very numbers that the pipeline computes, but are filled beforehand.
 */
final class BareRun implements AutoCloseable {
    /** The detectors that we know of take inputs of whole cells of this size. */
    private static final int CELL = 32;

    private final byte[] jpeg;
    private final BareModels models;
    private final OnnxTensor picture;
    private final OnnxTensor faces;
    private final ImageReaderSpi readers =
            PlatformImageIo.provider(ImageReaderSpi.class, "com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi");

    BareRun(BareModels models, Picture picture, Analysis analysis) {
        this.jpeg = picture.bytes();
        this.models = models;
        this.picture = pictureTensor(models, analysis.picture());
        this.faces = facesTensor(
                models, analysis.faces().stream().map(AnalyzedFace::aligned).toList());
    }

    private static OnnxTensor pictureTensor(BareModels models, Bitmap bitmap) {
        var spec = models.pack().detector();
        var frame = Frame.fit(bitmap.size(), spec.longestSide(), 0, CELL);
        var scaled = PictureScaler.scale(
                bitmap, frame.scaled().width(), frame.scaled().height());
        long[] shape = {1, 3, frame.input().height(), frame.input().width()};
        return models.detector().tensor(shape, numbers -> spec.input().planes().write(scaled, frame, numbers));
    }

    static OnnxTensor facesTensor(BareModels models, List<AlignedFace> faces) {
        int side = AlignedFace.SIDE;
        long[] shape = {faces.size(), 3, side, side};
        return models.embedder().tensor(shape, numbers -> write(models, faces, numbers));
    }

    private static void write(BareModels models, List<AlignedFace> faces, FloatBuffer numbers) {
        int length = Planes.length(AlignedFace.SIDE, AlignedFace.SIDE);
        var planes = models.pack().embedder().input().planes();
        for (int i = 0; i < faces.size(); i++) {
            planes.write(faces.get(i).bitmap(), numbers.slice(i * length, length));
        }
    }

    BufferedImage decode() throws IOException {
        var reader = readers.createReaderInstance();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(stream, true, true);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    int detector() throws OrtException {
        return models.detector().run(picture);
    }

    int embedder() throws OrtException {
        return models.embedder().run(faces);
    }

    /** The bare counterpart of finding faces. */
    Object detect() throws IOException, OrtException {
        return decode().getWidth() + detector();
    }

    /** The bare counterpart of finding faces and computing their embeddings. */
    Object analyze() throws IOException, OrtException {
        return decode().getWidth() + detector() + embedder();
    }

    @Override
    public void close() {
        picture.close();
        faces.close();
    }
}
