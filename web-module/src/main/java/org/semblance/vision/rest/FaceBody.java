package org.semblance.vision.rest;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.semblance.identity.Rounded;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Landmarks;
import org.semblance.vision.PixelSize;
import org.semblance.vision.Quality;
import org.semblance.vision.QualityReason;

/** A face in a photo as callers see it. */
public final class FaceBody {
    private FaceBody() {}

    /** The picture that all pixels refer to: upright, as its orientation says. */
    @Schema(name = "ImageSize", description = "Size in pixels of the upright picture, which all coordinates refer to")
    public record Size(
            @Schema(examples = "1280") int width,
            @Schema(examples = "886") int height) {
        public static Size of(PixelSize size) {
            return new Size(size.width(), size.height());
        }
    }

    /** Where the face is. */
    @Schema(name = "Box", description = "A rectangle in pixels; may reach beyond the edges of the picture")
    public record Rectangle(
            @Schema(examples = "412.5") double x,
            @Schema(examples = "96.25") double y,
            @Schema(examples = "118") double width,
            @Schema(examples = "151.75") double height) {
        public static Rectangle of(Box box) {
            return new Rectangle(
                    Rounded.pixels(box.x()),
                    Rounded.pixels(box.y()),
                    Rounded.pixels(box.width()),
                    Rounded.pixels(box.height()));
        }
    }

    /** How well the face can be recognised. */
    @Schema(name = "Quality", description = "How well the face can be recognised")
    public record Fitness(
            @Schema(description = "0 not at all to 1 very well", examples = "0.8312")
            double score,

            @Schema(
                    description = "What keeps it from better: too-small, too-blurred, too-noisy, too-dark, too-bright, "
                            + "low-contrast, extreme-pose, occluded, low-confidence",
                    examples = "[\"too-small\"]")
            List<String> reasons) {
        public static Fitness of(Quality quality) {
            return new Fitness(
                    Rounded.score(quality.score()),
                    quality.reasons().stream().map(QualityReason::code).sorted().toList());
        }
    }

    /** The five points as pairs of x and y. */
    public static List<List<Double>> landmarks(Landmarks landmarks) {
        return IntStream.range(0, Landmarks.POINTS)
                .mapToObj(i -> List.of(Rounded.pixels(landmarks.x(i)), Rounded.pixels(landmarks.y(i))))
                .toList();
    }

    public static double confidence(DetectedFace face) {
        return Rounded.score(face.confidence());
    }
}
