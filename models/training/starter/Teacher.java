import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes what an embedder answers about shards of aligned crops, so that another can learn from it.
 *
 * <p>A shard {@code NAME.raw} holds crops of 112 x 112 x 3 bytes, red first. Beside it appear {@code NAME.target},
 * little-endian floats of unit length, and where the model has a second output of C x 7 x 7 {@code NAME.map}, bytes:
 * 127 for four times {@code spread}. Both are averages over a crop and its mirror image.
 *
 * <p>Options, as {@code name=value}: {@code model}, {@code shards} (a folder), {@code imagenet} (whether the model
 * expects ImageNet mean and deviation, else 0..255), {@code spread}, {@code until} (wait for new shards until this
 * file exists).
 */
public final class Teacher {
    private static final int SIDE = 112;
    private static final int PIXELS = SIDE * SIDE;
    private static final int CELLS = 7;
    private static final int BATCH = 16;
    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};
    private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

    private record Answer(float[][] vectors, float[] maps) {}

    private final Map<String, String> options;
    private final OrtSession session;
    private final List<String> outputs;

    private Teacher(Map<String, String> options) throws OrtException {
        this.options = options;
        OrtSession.SessionOptions settings = new OrtSession.SessionOptions();
        settings.setIntraOpNumThreads(1);
        settings.addConfigEntry("session.intra_op.allow_spinning", "0");
        session = ENVIRONMENT.createSession(options.get("model"), settings);
        outputs = List.copyOf(session.getOutputNames());
    }

    public static void main(String[] arguments) throws IOException, OrtException, InterruptedException {
        Map<String, String> options = new HashMap<>(Map.of("imagenet", "true", "spread", "1"));
        for (String argument : arguments) {
            options.put(argument.split("=", 2)[0], argument.split("=", 2)[1]);
        }
        Teacher teacher = new Teacher(options);
        boolean last;
        do {
            last = !options.containsKey("until") || Files.exists(Path.of(options.get("until")));
            teacher.answerAll();
            if (!last) {
                Thread.sleep(2000);
            }
        } while (!last);
    }

    private void answerAll() throws IOException, OrtException {
        List<Path> shards;
        try (Stream<Path> files = Files.list(Path.of(options.get("shards")))) {
            shards = files.filter(file -> file.toString().endsWith(".raw")).sorted().toList();
        }
        for (Path shard : shards) {
            Path target = sibling(shard, ".target");
            if (Files.notExists(target)) {
                answer(shard, target);
            }
        }
    }

    private void answer(Path shard, Path target) throws IOException, OrtException {
        byte[] crops = Files.readAllBytes(shard);
        int count = crops.length / (3 * PIXELS);
        ByteBuffer vectors = null;
        ByteBuffer maps = null;
        for (int first = 0; first < count; first += BATCH) {
            int size = Math.min(BATCH, count - first);
            Answer plain = run(crops, first, size, false);
            Answer mirrored = run(crops, first, size, true);
            if (vectors == null) {
                int dimension = plain.vectors[0].length;
                vectors = ByteBuffer.allocate(count * dimension * 4).order(ByteOrder.LITTLE_ENDIAN);
                maps = ByteBuffer.allocate(plain.maps.length / size * count);
            }
            for (int i = 0; i < size; i++) {
                for (float value : unit(sum(unit(plain.vectors[i]), unit(mirrored.vectors[i])))) {
                    vectors.putFloat(value);
                }
            }
            putMaps(plain.maps, mirrored.maps, maps);
        }
        if (maps != null && maps.capacity() > 0) {
            write(sibling(shard, ".map"), maps);
        }
        write(target, vectors == null ? ByteBuffer.allocate(0) : vectors);
    }

    private void putMaps(float[] plain, float[] mirrored, ByteBuffer out) {
        float scale = 127 / (4 * Float.parseFloat(options.get("spread")));
        for (int i = 0; i < plain.length; i++) {
            int column = i % CELLS;
            float value = (plain[i] + mirrored[i - column + CELLS - 1 - column]) / 2 * scale;
            out.put((byte) Math.max(-127, Math.min(127, Math.round(value))));
        }
    }

    private Answer run(byte[] crops, int first, int size, boolean mirror) throws OrtException {
        FloatBuffer values = ByteBuffer.allocateDirect(size * 3 * PIXELS * 4)
                .order(ByteOrder.nativeOrder()).asFloatBuffer();
        boolean imagenet = Boolean.parseBoolean(options.get("imagenet"));
        for (int crop = 0; crop < size; crop++) {
            for (int plane = 0; plane < 3; plane++) {
                for (int i = 0; i < PIXELS; i++) {
                    int from = mirror ? i - i % SIDE + SIDE - 1 - i % SIDE : i;
                    float value = crops[((first + crop) * PIXELS + from) * 3 + plane] & 255;
                    values.put(imagenet ? (value / 255 - MEAN[plane]) / DEVIATION[plane] : value);
                }
            }
        }
        values.flip();
        String input = session.getInputNames().iterator().next();
        try (OnnxTensor tensor = OnnxTensor.createTensor(ENVIRONMENT, values, new long[] {size, 3, SIDE, SIDE});
                OrtSession.Result answer = session.run(Map.of(input, tensor))) {
            float[][] vectors = (float[][]) answer.get(outputs.get(0)).orElseThrow().getValue();
            if (outputs.size() < 2) {
                return new Answer(vectors, new float[0]);
            }
            FloatBuffer maps = ((OnnxTensor) answer.get(outputs.get(1)).orElseThrow()).getFloatBuffer();
            float[] copy = new float[maps.remaining()];
            maps.get(copy);
            return new Answer(vectors, copy);
        }
    }

    private static float[] sum(float[] a, float[] b) {
        float[] result = a.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] += b[i];
        }
        return result;
    }

    private static float[] unit(float[] values) {
        double norm = 0;
        for (float value : values) {
            norm += (double) value * value;
        }
        float[] result = values.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] /= (float) Math.sqrt(norm);
        }
        return result;
    }

    private static Path sibling(Path shard, String ending) {
        String name = shard.getFileName().toString();
        return shard.resolveSibling(name.substring(0, name.length() - ".raw".length()) + ending);
    }

    private static void write(Path file, ByteBuffer bytes) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        Files.write(temporary, bytes.array());
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
