package org.semblance.vision.analysis;

import java.util.EnumSet;
import java.util.Set;
import org.semblance.vision.AlignedFace;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Quality;
import org.semblance.vision.QualityReason;

/**
 * Judges how well a face can be recognised: the product of what its size, detail, light, pose and the detector's
 * confidence leave of it. The bounds were fitted so that the score follows how much of its embedding a face keeps when
 * its picture is shrunk, blurred, darkened, washed out or made noisy: at 0.3, two thirds.
 */
final class FaceQuality {
    /** What leaves less than this of a face is a reason worth telling. */
    private static final double WORTH_TELLING = 0.5;

    private static final double LEFT_OF_HIDDEN = 0.2;
    private static final double DARK = 70;
    private static final double BRIGHT = 180;

    private final Set<QualityReason> reasons = EnumSet.noneOf(QualityReason.class);
    private double score = 1;

    private FaceQuality() {}

    static Quality assess(DetectedFace face, AlignedFace aligned) {
        var measures = FaceMeasures.of(face, aligned);
        var pose = measures.pose();
        var quality = new FaceQuality();
        quality.count(rising(Math.log(measures.size()), Math.log(18), Math.log(70)), QualityReason.TOO_SMALL);
        quality.count(rising(Math.log(measures.detail()), Math.log(0.003), Math.log(0.02)), QualityReason.TOO_BLURRED);
        quality.count(1 - rising(Math.log(measures.detail()), Math.log(0.8), Math.log(6)), QualityReason.TOO_NOISY);
        quality.count(rising(Math.log(measures.contrast()), Math.log(3), Math.log(16)), flatBecause(measures));
        quality.count(1 - rising(measures.blownOut(), 0.25, 0.92), QualityReason.TOO_BRIGHT);
        quality.count(1 - rising(Math.abs(pose.turn()), 0.12, 0.45), QualityReason.EXTREME_POSE);
        quality.count(1 - rising(Math.abs(pose.nose() - 0.54), 0.12, 0.34), QualityReason.EXTREME_POSE);
        quality.count(1 - rising(Math.abs(pose.tilt()), 30, 75), QualityReason.EXTREME_POSE);
        quality.count(rising(face.confidence(), 0.55, 0.85), QualityReason.LOW_CONFIDENCE);
        quality.countLowerFace(measures);
        return new Quality(quality.score, quality.reasons);
    }

    private void count(double left, QualityReason reason) {
        score *= left;
        if (left < WORTH_TELLING) {
            reasons.add(reason);
        }
    }

    /** Half of what makes a face is hidden at most; what is too small or blurred to see it is no proof of that. */
    private void countLowerFace(FaceMeasures measures) {
        if (!reasons.contains(QualityReason.TOO_SMALL) && !reasons.contains(QualityReason.TOO_BLURRED)) {
            count(
                    LEFT_OF_HIDDEN + (1 - LEFT_OF_HIDDEN) * rising(measures.lowerFace(), 2.3, 3.4),
                    QualityReason.OCCLUDED);
        }
    }

    private static QualityReason flatBecause(FaceMeasures measures) {
        if (measures.brightness() < DARK) {
            return QualityReason.TOO_DARK;
        }
        return measures.brightness() > BRIGHT ? QualityReason.TOO_BRIGHT : QualityReason.LOW_CONTRAST;
    }

    /** 0 up to the lower bound, 1 from the upper one on, straight in between. */
    private static double rising(double value, double lower, double upper) {
        return Math.max(0, Math.min(1, (value - lower) / (upper - lower)));
    }
}
