package org.semblance.vision.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.semblance.vision.TestFiles;
import org.semblance.vision.pack.ModelPack;
import org.semblance.vision.pack.ModelPacks;

/** A pack of two public models that must not be shipped: YuNet and a MobileFaceNet of 128 numbers. */
public final class DevelopmentPack {
    private DevelopmentPack() {}

    /** Writes the pack into the directory; the test is skipped on a machine without the models. */
    public static ModelPack install(Path directory) throws IOException {
        var detector = TestFiles.shared("models/yunet_n_dynamic.onnx");
        var embedder = TestFiles.shared("models/mobilefacenet_foamliu_128.onnx");
        var pack = Files.createDirectories(directory.resolve("development"));
        Files.copy(detector, pack.resolve("detector.onnx"));
        Files.copy(embedder, pack.resolve("embedder.onnx"));
        Files.writeString(pack.resolve("pack.yaml"), """
                name: development
                version: 1
                licence: Apache-2.0
                description: Public models, for tests only.
                detector:
                  file: detector.onnx
                  sha256: 104ee26c71d5c270ce79a6b3dced91c91013260d29a6bf18f9296c5b8c4c2b12
                  decoder: yunet
                  input: {colours: bgr, mean: [0, 0, 0], deviation: [1, 1, 1]}
                  longest-side: 640
                  score-threshold: 0.5
                  overlap-threshold: 0.3
                embedder:
                  name: mobilefacenet-128
                  file: embedder.onnx
                  sha256: 74c5a21f6fa4634dfb95ab6f21fcd5d9487500290c476d8df467713e21e5988a
                  input: {colours: rgb, mean: [123.675, 116.28, 103.53], deviation: [58.395, 57.12, 57.375]}
                  dimension: 128
                  output: output0
                thresholds:
                  1e-2: 0.27
                  1e-3: 0.35
                  1e-4: 0.43
                """);
        return new ModelPacks(directory).require("development");
    }
}
