package org.semblance.surveillance.pull;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;

/** A camera could not be read; says why in a word for programs and in a sentence for people. */
final class SourceFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;

    SourceFailedException(String code, String message) {
        super(message);
        this.code = code;
    }

    private SourceFailedException(String code, IOException cause) {
        super(cause.getMessage(), cause);
        this.code = code;
    }

    static SourceFailedException of(IOException cause) {
        if (cause instanceof SourceFailedException known) {
            return known;
        }
        if (cause instanceof SocketTimeoutException) {
            return new SourceFailedException("too-slow", cause);
        }
        if (cause instanceof SSLException) {
            return new SourceFailedException("certificate-refused", cause);
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return new SourceFailedException("unreachable", cause);
        }
        return new SourceFailedException(cause instanceof ProtocolException ? "garbled" : "broken-off", cause);
    }

    String code() {
        return code;
    }
}
