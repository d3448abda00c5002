package org.semblance.vision.product;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import org.semblance.vision.onnx.InferenceException;

/** Inner products by the matrix product of ONNX Runtime. One caller at a time. */
public final class OnnxProducts implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession best;
    private final OrtSession all;

    /** On so many threads. */
    public OnnxProducts(int threads) {
        try (var options = new OrtSession.SessionOptions()) {
            environment.setTelemetry(false);
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            // Nothing follows at once: threads that spin would take the processor from those who serve requests.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            best = environment.createSession(ProductGraph.best(), options);
            all = environment.createSession(ProductGraph.all(), options);
        } catch (OrtException e) {
            throw new InferenceException("The matrix product cannot be set up: " + e.getMessage(), e);
        }
    }

    /** For each left vector the right ones with which it has the greatest products: so many, or all when there are fewer. */
    public Best best(Rows left, Rows right, int most) {
        int count = Math.min(most, right.size());
        try (var lefts = tensor(left);
                var rights = tensor(right);
                var counts = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[] {count}), new long[] {1});
                var result = best.run(
                        Map.of(ProductGraph.LEFT, lefts, ProductGraph.RIGHT, rights, ProductGraph.COUNT, counts))) {
            float[] products = new float[left.size() * count];
            long[] rows = new long[products.length];
            output(result, ProductGraph.BEST).getFloatBuffer().get(products);
            output(result, ProductGraph.ROWS).getLongBuffer().get(rows);
            return new Best(count, products, rows);
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    /** Every product, left by left, into memory outside the heap; nothing is faster. */
    public void all(Rows left, Rows right, FloatBuffer products) {
        long[] shape = {left.size(), right.size()};
        var target = products.duplicate().limit(left.size() * right.size());
        try (var lefts = tensor(left);
                var rights = tensor(right);
                var into = OnnxTensor.createTensor(environment, target, shape);
                var result = all.run(
                        Map.of(ProductGraph.LEFT, lefts, ProductGraph.RIGHT, rights),
                        Map.of(ProductGraph.PRODUCTS, into))) {
            result.get(0);
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    private OnnxTensor tensor(Rows rows) throws OrtException {
        return OnnxTensor.createTensor(environment, rows.filled(), new long[] {rows.size(), rows.dimension()});
    }

    private static OnnxTensor output(OrtSession.Result result, String name) {
        return (OnnxTensor) result.get(name).orElseThrow();
    }

    private static InferenceException failed(OrtException e) {
        return new InferenceException("The matrix product failed: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            best.close();
            all.close();
        } catch (OrtException e) {
            throw new InferenceException("The matrix product cannot be closed: " + e.getMessage(), e);
        }
    }
}
