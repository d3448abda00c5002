package org.semblance.vision.onnx;

import java.util.List;
import org.semblance.vision.pack.DetectorFamily;
import org.semblance.vision.pack.DetectorSpec;
import org.semblance.vision.pack.InputSpec;
import org.semblance.vision.pack.ModelFile;
import org.semblance.vision.pixels.ColourOrder;

/** How to run the models of tests. */
final class Specs {
    private static final InputSpec BYTES =
            new InputSpec(ColourOrder.BGR, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));

    private Specs() {}

    static DetectorSpec detector(ModelFile file, DetectorFamily family) {
        return new DetectorSpec(file, family, BYTES, 640, 0.5f, 0.3f, 24);
    }
}
