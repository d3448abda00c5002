import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Says for each picture of a list where its faces are and what the models answer about them, one JSON object a line.
 *
 * <p>Options, as {@code name=value}: {@code list}, {@code out}, {@code detector} (YuNet-like heads); and if wanted
 * {@code landmarks} (68 points), {@code age} (age and gender), {@code imagenet} (embedder that expects ImageNet
 * mean and deviation), {@code raw} (embedder that expects 0..255), {@code border} (zero border, in shares of the side),
 * {@code score} (least score), {@code side} (longest side the detector sees).
 */
public final class FaceTool {
    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};
    private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

    private record Face(double[] box, double score, double[] points) {
        double overlap(Face other) {
            double w = Math.min(box[0] + box[2], other.box[0] + other.box[2]) - Math.max(box[0], other.box[0]);
            double h = Math.min(box[1] + box[3], other.box[1] + other.box[3]) - Math.max(box[1], other.box[1]);
            double shared = Math.max(0, w) * Math.max(0, h);
            return shared / (box[2] * box[3] + other.box[2] * other.box[3] - shared);
        }
    }

    private final Map<String, String> options;
    private final Map<String, OrtSession> sessions = new TreeMap<>();

    private FaceTool(Map<String, String> options) throws OrtException {
        this.options = options;
        for (String name : List.of("detector", "landmarks", "age", "imagenet", "raw")) {
            if (options.containsKey(name)) {
                OrtSession.SessionOptions settings = new OrtSession.SessionOptions();
                settings.setIntraOpNumThreads(1);
                settings.addConfigEntry("session.intra_op.allow_spinning", "0");
                sessions.put(name, ENVIRONMENT.createSession(options.get(name), settings));
            }
        }
    }

    public static void main(String[] arguments) throws IOException, OrtException {
        Map<String, String> options = new HashMap<>(Map.of("border", "0", "score", "0.5", "side", "640"));
        for (String argument : arguments) {
            options.put(argument.split("=", 2)[0], argument.split("=", 2)[1]);
        }
        FaceTool tool = new FaceTool(options);
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(options.get("out"))))) {
            for (String file : Files.readAllLines(Path.of(options.get("list")))) {
                out.println(tool.describe(file));
            }
        }
    }

    private String describe(String file) throws IOException, OrtException {
        Picture picture = Picture.read(Path.of(file));
        StringJoiner faces = new StringJoiner(", ", "[", "]");
        for (Face face : detect(picture)) {
            faces.add(describe(picture, face));
        }
        String name = file.replace("\\", "\\\\").replace("\"", "\\\"");
        return "{\"file\": \"%s\", \"width\": %d, \"height\": %d, \"faces\": %s}"
                .formatted(name, picture.width(), picture.height(), faces);
    }

    private String describe(Picture picture, Face face) throws OrtException {
        StringJoiner fields = new StringJoiner(", ", "{", "}");
        fields.add("\"box\": " + json(face.box)).add("\"score\": " + face.score);
        fields.add("\"points\": " + json(face.points));
        double side = Math.max(face.box[2], face.box[3]) * 1.15;
        double[] square = {
            face.box[0] + face.box[2] / 2 - side / 2, face.box[1] + face.box[3] / 2 - side / 2, side, side
        };
        for (String model : sessions.keySet()) {
            switch (model) {
                case "landmarks" -> {
                    double[] points = run(model, picture.cut(square, Picture.CROP, Picture.CROP), false).get(0);
                    for (int i = 0; i < points.length; i++) {
                        points[i] = square[i % 2] + points[i] * side;
                    }
                    fields.add("\"landmarks\": " + json(points));
                }
                case "age" -> {
                    List<double[]> answer = run(model, picture.cut(square, Picture.CROP, Picture.CROP), false);
                    fields.add("\"age\": " + answer.get(0)[0]).add("\"female\": " + answer.get(1)[1]);
                }
                case "imagenet", "raw" -> {
                    double[] values = run(model, picture.align(face.points), model.equals("imagenet")).get(0);
                    fields.add("\"" + model + "\": " + json(unit(values)));
                }
                default -> { }
            }
        }
        return fields.toString();
    }

    private List<double[]> run(String model, Picture picture, boolean normalise) throws OrtException {
        int n = picture.width() * picture.height();
        FloatBuffer values = buffer(3 * n);
        for (int i = 0; i < 3 * n; i++) {
            float value = picture.planes()[i / n][i % n];
            values.put(i, normalise ? (value / 255 - MEAN[i / n]) / DEVIATION[i / n] : value);
        }
        OrtSession session = sessions.get(model);
        String input = session.getInputNames().iterator().next();
        List<double[]> result = new ArrayList<>();
        long[] shape = {1, 3, picture.height(), picture.width()};
        try (OnnxTensor tensor = OnnxTensor.createTensor(ENVIRONMENT, values, shape);
                OrtSession.Result answer = session.run(Map.of(input, tensor))) {
            for (String output : session.getOutputNames()) {
                FloatBuffer floats = ((OnnxTensor) answer.get(output).orElseThrow()).getFloatBuffer();
                double[] copy = new double[floats.remaining()];
                for (int i = 0; i < copy.length; i++) {
                    copy[i] = floats.get(i);
                }
                result.add(copy);
            }
        }
        return result;
    }

    private List<Face> detect(Picture picture) throws OrtException {
        double border = Double.parseDouble(options.get("border"));
        double left = Math.round(picture.width() * border);
        double top = Math.round(picture.height() * border);
        double longest = Math.max(picture.width() + 2 * left, picture.height() + 2 * top);
        double scale = Math.min(1, Double.parseDouble(options.get("side")) / longest);
        int w = (int) Math.ceil((picture.width() + 2 * left) * scale / 32) * 32;
        int h = (int) Math.ceil((picture.height() + 2 * top) * scale / 32) * 32;
        Picture padded = picture.cut(new double[] {-left, -top, w / scale, h / scale}, w, h);
        float[][] blueFirst = {padded.planes()[2], padded.planes()[1], padded.planes()[0]};
        List<double[]> outputs = run("detector", new Picture(w, h, blueFirst), false);
        List<String> names = List.copyOf(sessions.get("detector").getOutputNames());
        List<Face> found = new ArrayList<>();
        for (int stride : new int[] {8, 16, 32}) {
            double[] scores = outputs.get(names.indexOf("cls_" + stride)).clone();
            double[] objects = outputs.get(names.indexOf("obj_" + stride));
            double[] boxes = outputs.get(names.indexOf("bbox_" + stride));
            double[] points = outputs.get(names.indexOf("kps_" + stride));
            for (int i = 0; i < scores.length; i++) {
                if (scores[i] * objects[i] > Double.parseDouble(options.get("score"))) {
                    double[] cell = {i % (w / stride), i / (w / stride), stride / scale, left, top};
                    found.add(face(cell, slice(boxes, i, 4), slice(points, i, 10), scores[i] * objects[i]));
                }
            }
        }
        return strongest(found);
    }

    private static Face face(double[] cell, double[] box, double[] points, double score) {
        double step = cell[2];
        double w = Math.exp(box[2]) * step;
        double h = Math.exp(box[3]) * step;
        double[] where = new double[10];
        for (int i = 0; i < 10; i++) {
            where[i] = (cell[i % 2] + points[i]) * step - cell[3 + i % 2];
        }
        double x = (cell[0] + box[0]) * step - w / 2 - cell[3];
        double y = (cell[1] + box[1]) * step - h / 2 - cell[4];
        return new Face(new double[] {x, y, w, h}, score, where);
    }

    private static List<Face> strongest(List<Face> found) {
        found.sort((a, b) -> Double.compare(b.score, a.score));
        List<Face> kept = new ArrayList<>();
        for (Face face : found) {
            if (kept.stream().allMatch(other -> face.overlap(other) <= 0.3)) {
                kept.add(face);
            }
        }
        return kept;
    }

    private static double[] slice(double[] all, int index, int length) {
        double[] result = new double[length];
        System.arraycopy(all, index * length, result, 0, length);
        return result;
    }

    private static double[] unit(double[] values) {
        double norm = 0;
        for (double value : values) {
            norm += value * value;
        }
        double[] result = values.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] /= Math.sqrt(norm);
        }
        return result;
    }

    private static FloatBuffer buffer(int floats) {
        return ByteBuffer.allocateDirect(4 * floats).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    private static String json(double[] values) {
        StringJoiner result = new StringJoiner(", ", "[", "]");
        for (double value : values) {
            result.add(String.format(Locale.ROOT, "%.5f", value));
        }
        return result.toString();
    }
}
