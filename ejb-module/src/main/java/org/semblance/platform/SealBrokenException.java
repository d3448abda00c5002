package org.semblance.platform;

import org.jspecify.annotations.Nullable;

/** Something sealed cannot be opened: its key is gone, or it was changed or moved. Never the caller's fault. */
public class SealBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SealBrokenException(String boundTo, @Nullable Throwable cause) {
        super("What is sealed for " + boundTo + " cannot be opened; is the sealing key file complete?", cause);
    }
}
