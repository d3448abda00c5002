package org.semblance.gallery;

import java.util.Random;
import java.util.Set;
import org.semblance.storage.ImageKey;
import org.semblance.storage.NewImage;
import org.semblance.storage.Retention;
import org.semblance.vision.AlignedFace;
import org.semblance.vision.AnalyzedFace;
import org.semblance.vision.Bitmap;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Embedding;
import org.semblance.vision.Landmarks;
import org.semblance.vision.ModelId;
import org.semblance.vision.Quality;

/** Made-up faces: random directions, and others at a chosen similarity to them. */
final class Faces {
    static final ModelId MODEL = new ModelId("test/embedder");

    private final Random random;

    Faces(long seed) {
        random = new Random(seed);
    }

    Embedding embedding() {
        float[] values = new float[512];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Embedding.of(MODEL, values);
    }

    /** A unit vector with the given cosine similarity to another. */
    Embedding like(Embedding one, double similarity) {
        Embedding other = embedding();
        double along = one.similarity(other);
        double across = Math.sqrt(1 - along * along);
        float[] mixed = new float[one.dimension()];
        for (int i = 0; i < mixed.length; i++) {
            double perpendicular = (other.values()[i] - along * one.values()[i]) / across;
            mixed[i] = (float) (similarity * one.values()[i] + Math.sqrt(1 - similarity * similarity) * perpendicular);
        }
        return Embedding.of(MODEL, mixed);
    }

    static AnalyzedFace analyzed(Embedding embedding, double quality) {
        var detected = new DetectedFace(new Box(1, 2, 30, 40), new Landmarks(new float[10]), 0.9f);
        return new AnalyzedFace(detected, crop(), new Quality(quality, Set.of()), embedding);
    }

    NewImage image() {
        var key = new ImageKey("test/" + Long.toHexString(random.nextLong()) + ".png");
        return new NewImage(key, new byte[] {1}, "image/png", 112, 112, Retention.ENROLLED);
    }

    private static AlignedFace crop() {
        return new AlignedFace(
                new Bitmap(AlignedFace.SIDE, AlignedFace.SIDE, new byte[3 * AlignedFace.SIDE * AlignedFace.SIDE]));
    }
}
