package org.semblance.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.semblance.vision.AlignedFace;
import org.semblance.vision.Bitmap;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.PhotoDecoder;
import org.semblance.vision.pack.DetectorSpec;
import org.semblance.vision.pixels.FaceAligner;
import org.semblance.vision.pixels.Frame;
import org.semblance.vision.pixels.PictureScaler;

/**
 * Where the pipeline's time goes on one picture. What can be called is timed alone, with the server's own classes; what
 * cannot is what is left when the rest is taken off.
 */
final class Stages {
    private static final int CELL = 32;

    private static final String DECODE = "decode";
    private static final String FIND = "find faces";
    private static final String SCALE = "scale, fill tensor";
    private static final String ALIGN = "align";
    private static final String EMBED = "embed";

    private final Picture picture;
    private final Bare bare;
    private final StageModels models;
    private final PhotoDecoder decoder;
    private final Bitmap bitmap;
    private final List<DetectedFace> faces;
    private final List<AlignedFace> aligned;
    private final FloatBuffer numbers;

    /** The lines of the race that hold the whole path and its bare parts. */
    record Bare(String pipeline, String whole, String decoding, String detector, String embedder) {}

    Stages(Picture picture, Bare bare, StageModels models) {
        this.picture = picture;
        this.bare = bare;
        this.models = models;
        this.decoder = models.decoder();
        this.bitmap = decoder.decode(picture.photo());
        this.faces = models.detector().detect(bitmap);
        this.aligned = align();
        var input = frame(models.spec()).input();
        this.numbers = ByteBuffer.allocateDirect(3 * Float.BYTES * input.width() * input.height())
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    List<Contender> contenders() {
        return List.of(
                new Contender(DECODE, Role.PART, () -> decoder.decode(picture.photo())),
                new Contender(FIND, Role.PART, () -> models.detector().detect(bitmap)),
                new Contender(SCALE, Role.PART, this::scale),
                new Contender(ALIGN, Role.PART, this::align),
                new Contender(EMBED, Role.PART, () -> models.embedder().embed(aligned)));
    }

    private Object scale() {
        var frame = frame(models.spec());
        var scaled = PictureScaler.scale(
                bitmap, frame.scaled().width(), frame.scaled().height());
        models.spec().input().planes().write(scaled, frame, numbers);
        return numbers;
    }

    private Frame frame(DetectorSpec spec) {
        return Frame.fit(bitmap.size(), spec.longestSide(), 0, CELL);
    }

    private List<AlignedFace> align() {
        return faces.stream()
                .map(face -> FaceAligner.align(bitmap, face.landmarks()))
                .toList();
    }

    /** Milliseconds of processor time, medians of one race that all lines took part in. */
    String table(List<Measurement> measurements) {
        Map<String, Double> cpu = measurements.stream()
                .collect(Collectors.toMap(
                        measurement -> measurement.contender().name(),
                        measurement -> measurement.cpu().median()));
        Function<String, Double> of = name -> {
            Double median = cpu.get(name);
            if (median == null) {
                throw new IllegalArgumentException("Nobody measured " + name);
            }
            return median;
        };
        double whole = of.apply(bare.pipeline());
        double detector = of.apply(bare.detector());
        double embedder = of.apply(bare.embedder());
        double timed = of.apply(DECODE) + of.apply(FIND) + of.apply(ALIGN) + of.apply(EMBED);
        var table = new StageTable(picture.name(), whole);
        table.line("decode", of.apply(DECODE), of.apply(bare.decoding()));
        table.line("scale, fill the detector's tensor", of.apply(SCALE), 0);
        table.line("detector", detector, detector);
        table.line("boxes, suppression, further looks", of.apply(FIND) - of.apply(SCALE) - detector, 0);
        table.line("align " + faces.size() + (faces.size() == 1 ? " face" : " faces"), of.apply(ALIGN), 0);
        table.line("fill the embedder's tensor", of.apply(EMBED) - embedder, 0);
        table.line("embedder", embedder, embedder);
        table.line("judge quality, admit, collect", whole - timed, 0);
        table.line("whole", whole, of.apply(bare.whole()));
        return table.toString();
    }

    /** Prints one stage to a line. */
    private static final class StageTable {
        private final StringBuilder text = new StringBuilder();
        private final double whole;

        StageTable(String name, double whole) {
            this.whole = whole;
            text.append(
                    String.format(Locale.ROOT, "%-36s %10s %10s %10s %8s%n", name, "CPU ms", "share", "bare", "ratio"));
        }

        void line(String stage, double cpu, double bare) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %-34s %10.2f %8.0f %% %10s %8s%n",
                    stage,
                    cpu,
                    100 * cpu / whole,
                    bare > 0 ? String.format(Locale.ROOT, "%.2f", bare) : "-",
                    bare > 0 ? String.format(Locale.ROOT, "%.2f", cpu / bare) : "-"));
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
