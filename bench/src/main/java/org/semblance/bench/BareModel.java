package org.semblance.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.semblance.vision.pack.ModelFile;

/** One model and ONNX Runtime, with the settings of the server and nothing of its code. */
final class BareModel implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final String input;

    BareModel(ModelFile file) {
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            session = environment.createSession(file.verifiedBytes(), options);
            input = session.getInputNames().iterator().next();
        } catch (OrtException e) {
            throw new BenchmarkException(file.path() + " cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** A tensor that is filled once and run many times; belongs to the caller. */
    OnnxTensor tensor(long[] shape, Consumer<FloatBuffer> writer) {
        int length = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
        var numbers = ByteBuffer.allocateDirect(length * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        writer.accept(numbers);
        try {
            return OnnxTensor.createTensor(environment, numbers.rewind(), shape);
        } catch (OrtException e) {
            throw new BenchmarkException("ONNX Runtime takes no tensor of " + Arrays.toString(shape), e);
        }
    }

    /** Runs the model and leaves the outputs where they are. */
    int run(OnnxTensor tensor) throws OrtException {
        try (var result = session.run(Map.of(input, tensor))) {
            return result.size();
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new BenchmarkException("A model cannot be closed: " + e.getMessage(), e);
        }
    }
}
