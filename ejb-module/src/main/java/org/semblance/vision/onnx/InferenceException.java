package org.semblance.vision.onnx;

/** A model could not be loaded or run: a fault of the pack or the machine, never of the caller. */
public class InferenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InferenceException(String message) {
        super(message);
    }

    public InferenceException(String message, Throwable cause) {
        super(message, cause);
    }
}
