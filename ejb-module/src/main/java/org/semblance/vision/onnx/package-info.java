/** Runs detectors and embedders with ONNX Runtime. */
@NullMarked
package org.semblance.vision.onnx;

import org.jspecify.annotations.NullMarked;
