package org.semblance.vision.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.semblance.vision.Execution;
import org.semblance.vision.pack.ModelFile;

/**
 * One loaded model with one input and any number of outputs, all of floats. Shared by all threads; closing waits for
 * the runs under way, and later runs are refused. No operator beyond those of ONNX Runtime itself is ever registered.
 */
final class OnnxModel implements AutoCloseable {
    private final String name;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String input;
    private final long[] inputShape;
    private final ReadWriteLock life = new ReentrantReadWriteLock();
    private final Queue<ByteBuffer> idleBuffers = new ConcurrentLinkedQueue<>();
    private boolean closed;

    private OnnxModel(String name, OrtEnvironment environment, OrtSession session) throws OrtException {
        this.name = name;
        this.environment = environment;
        this.session = session;
        var inputs = List.copyOf(session.getInputInfo().values());
        if (inputs.size() != 1 || !(inputs.get(0).getInfo() instanceof TensorInfo tensor)) {
            throw new InferenceException(name + " must have one tensor as its input, not " + session.getInputNames());
        }
        this.input = inputs.get(0).getName();
        this.inputShape = tensor.getShape();
        if (inputShape.length != 4 || inputShape[1] != 3) {
            throw new InferenceException(
                    name + " must read pictures as [batch, 3, height, width], not " + Arrays.toString(inputShape));
        }
    }

    /** Loads the model once its checksum has been found right. */
    static OnnxModel load(ModelFile file, Execution execution) {
        var bytes = file.verifiedBytes();
        String name = file.path().toString();
        var environment = OrtEnvironment.getEnvironment();
        try (var options = new OrtSession.SessionOptions()) {
            environment.setTelemetry(false);
            configure(options, execution);
            var session = environment.createSession(bytes, options);
            try {
                return new OnnxModel(name, environment, session);
            } catch (OrtException | InferenceException e) {
                session.close();
                throw e;
            }
        } catch (OrtException e) {
            throw new InferenceException(name + " cannot be loaded: " + e.getMessage(), e);
        }
    }

    private static void configure(OrtSession.SessionOptions options, Execution execution) throws OrtException {
        options.setIntraOpNumThreads(execution.threads());
        options.setInterOpNumThreads(1);
        // Waiting threads that spin take the processor from the other analyses: a third of the throughput is left.
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        if (execution.device() == Execution.Device.CUDA) {
            addCuda(options);
        }
    }

    /** Whoever asked for a graphics processor is not served by another one without being told. */
    private static void addCuda(OrtSession.SessionOptions options) {
        try {
            options.addCUDA();
        } catch (OrtException e) {
            throw new InferenceException(
                    "semblance.vision.device is cuda, but ONNX Runtime cannot use it: the server's module"
                            + " com.microsoft.onnxruntime needs the jar onnxruntime_gpu in place of onnxruntime, and the"
                            + " machine an NVIDIA driver, CUDA and cuDNN (" + e.getMessage() + ")",
                    e);
        }
    }

    String name() {
        return name;
    }

    /** The shape of the input: batch, planes, height and width; -1 where any length will do. */
    long[] inputShape() {
        return inputShape.clone();
    }

    Set<String> outputs() {
        return session.getOutputNames();
    }

    /**
     * Runs the model on what the writer puts into the input.
     *
     * @param shape of the input
     * @param writer must fill the whole buffer, which holds the numbers of an earlier run
     */
    ModelOutput run(long[] shape, Consumer<FloatBuffer> writer) {
        life.readLock().lock();
        try {
            if (closed) {
                throw new InferenceException(name + " is closed; the server is stopping");
            }
            int length = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
            ByteBuffer buffer = borrowBuffer(length);
            try {
                var numbers = buffer.asFloatBuffer().limit(length);
                writer.accept(numbers);
                return infer(numbers.rewind(), shape);
            } finally {
                idleBuffers.add(buffer);
            }
        } finally {
            life.readLock().unlock();
        }
    }

    private ModelOutput infer(FloatBuffer numbers, long[] shape) {
        try (var tensor = OnnxTensor.createTensor(environment, numbers, shape);
                var result = session.run(Map.of(input, tensor))) {
            List<ModelOutput.Tensor> outputs = new ArrayList<>();
            for (var output : result) {
                if (output.getValue() instanceof OnnxTensor floats && floats.getInfo().type == OnnxJavaType.FLOAT) {
                    outputs.add(ModelOutput.Tensor.of(
                            output.getKey(), floats.getInfo().getShape(), floats.getFloatBuffer()));
                }
            }
            return new ModelOutput(outputs);
        } catch (OrtException e) {
            throw new InferenceException(name + " failed: " + e.getMessage(), e);
        }
    }

    /** Direct memory is slow to get and slow to go away: as many buffers as runs at once are kept. */
    private ByteBuffer borrowBuffer(int floats) {
        ByteBuffer idle = idleBuffers.poll();
        if (idle != null && idle.capacity() >= floats * Float.BYTES) {
            return idle;
        }
        return ByteBuffer.allocateDirect(Math.multiplyExact(floats, Float.BYTES))
                .order(ByteOrder.nativeOrder());
    }

    @Override
    public void close() {
        life.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                idleBuffers.clear();
                session.close();
            }
        } catch (OrtException e) {
            throw new InferenceException(name + " cannot be closed: " + e.getMessage(), e);
        } finally {
            life.writeLock().unlock();
        }
    }
}
