package org.semblance.vision.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.vision.Execution;
import org.semblance.vision.pack.InvalidPackException;
import org.semblance.vision.pack.ModelFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OnnxModelTest {
    private static final Execution CPU = Execution.onCpu(1);
    private static final long[] SHAPE = {1, 3, 1, 1};

    @TempDir
    Path directory;

    @Test
    void runs_what_the_writer_put_into_the_input() throws IOException {
        try (var model = OnnxModel.load(TinyModel.write(directory, "", "Abs"), CPU)) {
            var output = model.run(SHAPE, numbers -> numbers.put(new float[] {-1, 2, -3}));

            var values = output.require("output");
            assertThat(new float[] {values.get(0), values.get(1), values.get(2)})
                    .containsExactly(1, 2, 3);
            assertThatThrownBy(() -> output.require("other")).isInstanceOf(InferenceException.class);
        }
    }

    @Test
    void refuses_operators_that_the_runtime_does_not_bring_itself() throws IOException {
        var file = TinyModel.write(directory, "custom", "Steal");

        ThrowingCallable loading = () -> OnnxModel.load(file, CPU);

        assertThatThrownBy(loading)
                .isInstanceOf(InferenceException.class)
                .hasMessageContaining("cannot be loaded")
                .hasMessageContaining("Steal");
    }

    @Test
    void refuses_a_file_with_another_checksum_before_loading_it() throws IOException {
        var file = TinyModel.write(directory, "", "Abs");
        var changed = new ModelFile(file.path(), "0".repeat(64));

        assertThatThrownBy(() -> OnnxModel.load(changed, CPU))
                .isInstanceOf(InvalidPackException.class)
                .hasMessageContaining(file.sha256());
    }

    @Test
    void where_cuda_is_asked_for_and_not_there_nothing_else_is_used_silently() throws IOException {
        var file = TinyModel.write(directory, "", "Abs");

        ThrowingCallable loading = () -> OnnxModel.load(file, new Execution(Execution.Device.CUDA, 1));

        assertThatThrownBy(loading)
                .isInstanceOf(InferenceException.class)
                .hasMessageContaining("semblance.vision.device is cuda")
                .hasMessageContaining("onnxruntime_gpu");
    }

    @Test
    void once_closed_it_refuses_to_run_and_may_be_closed_again() throws IOException {
        var model = OnnxModel.load(TinyModel.write(directory, "", "Abs"), CPU);

        model.close();
        model.close();

        assertThatThrownBy(() -> model.run(SHAPE, numbers -> {}))
                .isInstanceOf(InferenceException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void closing_waits_for_the_run_under_way() throws Exception {
        var model = OnnxModel.load(TinyModel.write(directory, "", "Abs"), CPU);
        var running = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        var run = CompletableFuture.supplyAsync(() -> model.run(SHAPE, numbers -> {
            running.countDown();
            awaitQuietly(mayGoOn);
            numbers.put(new float[] {-1, 2, -3});
        }));
        running.await();

        var closing = CompletableFuture.runAsync(model::close);

        assertThatThrownBy(() -> closing.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        mayGoOn.countDown();
        assertThat(run.get(10, TimeUnit.SECONDS).require("output").get(2)).isEqualTo(3);
        closing.get(10, TimeUnit.SECONDS);
        assertThatThrownBy(() -> model.run(SHAPE, numbers -> {})).hasMessageContaining("closed");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
