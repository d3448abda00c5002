package org.semblance.vision.onnx;

import java.util.ArrayList;
import java.util.List;
import org.semblance.vision.Bitmap;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Execution;
import org.semblance.vision.Landmarks;
import org.semblance.vision.Liveness;
import org.semblance.vision.LivenessCheck;
import org.semblance.vision.pack.LivenessSpec;
import org.semblance.vision.pixels.ColourOrder;
import org.semblance.vision.pixels.FaceCrop;
import org.semblance.vision.pixels.PictureScaler;
import org.semblance.vision.pixels.Planes;

/**
 * MiniFASNet models, each looking at the face with more or less of what is around it. They read 80 x 80 pixels as bytes
 * in blue, green, red, and give three probabilities: of a print, of a live face, of a screen. Their means count.
 */
public final class OnnxLivenessCheck implements LivenessCheck, AutoCloseable {
    private static final int SIDE = 80;
    private static final int CLASSES = 3;
    private static final int LIVE = 1;
    private static final double ROUNDING = 0.01;
    private static final Planes BYTES = new Planes(ColourOrder.BGR, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));

    private final LivenessSpec spec;
    private final List<OnnxModel> models = new ArrayList<>();

    private OnnxLivenessCheck(LivenessSpec spec) {
        this.spec = spec;
    }

    public static OnnxLivenessCheck load(LivenessSpec spec, Execution execution) {
        var check = new OnnxLivenessCheck(spec);
        try {
            for (var model : spec.models()) {
                check.models.add(OnnxModel.load(model.file(), execution));
            }
            check.rehearse();
            return check;
        } catch (RuntimeException e) {
            check.close();
            throw e;
        }
    }

    /** Whatever is looked at, probabilities add up to one: finds models of another kind when they are loaded. */
    private void rehearse() {
        var black = new Bitmap(SIDE, SIDE, new byte[3 * SIDE * SIDE]);
        var face = new DetectedFace(new Box(20, 20, 40, 40), new Landmarks(new float[2 * Landmarks.POINTS]), 1);
        for (int i = 0; i < models.size(); i++) {
            double sum = 0;
            for (double probability : run(i, black, face)) {
                sum += probability;
            }
            if (Math.abs(sum - 1) > ROUNDING) {
                throw new InferenceException(models.get(i).name() + " must give probabilities, but they add up to "
                        + sum + "; export it with its softmax");
            }
        }
    }

    @Override
    public Liveness check(Bitmap picture, DetectedFace face) {
        double[] means = new double[CLASSES];
        for (int i = 0; i < models.size(); i++) {
            double[] probabilities = run(i, picture, face);
            for (int c = 0; c < CLASSES; c++) {
                means[c] += probabilities[c] / models.size();
            }
        }
        double score = Math.max(0, Math.min(1, means[LIVE]));
        boolean likeliest = means[LIVE] > means[0] && means[LIVE] > means[2];
        return new Liveness(score, likeliest && score >= spec.threshold());
    }

    private double[] run(int index, Bitmap picture, DetectedFace face) {
        var area = FaceCrop.around(face.box(), spec.models().get(index).crop(), picture.size());
        var crop = PictureScaler.interpolate(area.cut(picture), SIDE, SIDE);
        var output = models.get(index).run(new long[] {1, 3, SIDE, SIDE}, numbers -> BYTES.write(crop, numbers));
        var numbers = output.requireOnly(CLASSES);
        double[] probabilities = new double[CLASSES];
        for (int c = 0; c < CLASSES; c++) {
            probabilities[c] = numbers.get(c);
        }
        return probabilities;
    }

    @Override
    public void close() {
        models.forEach(OnnxModel::close);
    }
}
