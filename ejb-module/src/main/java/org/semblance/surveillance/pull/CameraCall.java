package org.semblance.surveillance.pull;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Problem;
import org.semblance.platform.net.OutboundStream;
import org.semblance.platform.net.OutboundStreams;

/** Asks a camera for something, and tells it who asks where it wants to know. */
final class CameraCall {
    private static final int OK = 200;
    private static final int REDIRECTION = 3;
    private static final int HUNDRED = 100;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final OutboundStreams http;
    private final URI uri;
    private final OutboundStreams.Limits limits;
    private final Authentication authentication;
    private final boolean hasLogin;
    private @Nullable OutboundStream open;
    private boolean isClosed;

    CameraCall(OutboundStreams http, URI uri, @Nullable Login login, OutboundStreams.Limits limits) {
        this.http = http;
        this.uri = uri;
        this.limits = limits;
        this.authentication = new Authentication(login);
        this.hasLogin = login != null;
    }

    /** An answer whose body is to be read; {@link SourceFailedException} where it is none that helps. */
    OutboundStream get() throws IOException {
        OutboundStream answer = ask();
        if (answer.status() == UNAUTHORIZED && authentication.learn(answer.headers("WWW-Authenticate"))) {
            answer.close();
            answer = ask();
        }
        if (answer.status() == OK) {
            return answer;
        }
        answer.close();
        throw refused(answer);
    }

    /** Ends what is under way, and whatever is asked after that. */
    synchronized void close() {
        isClosed = true;
        hangUp();
    }

    synchronized void hangUp() {
        var answer = open;
        if (answer != null) {
            answer.close();
            open = null;
        }
    }

    private OutboundStream ask() throws IOException {
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", "*/*");
        headers.put("User-Agent", "Semblance-Camera/1");
        authentication.header(OutboundStreams.path(uri)).ifPresent(header -> headers.put("Authorization", header));
        try {
            return kept(http.get(uri, headers, limits));
        } catch (Problem e) {
            throw new SourceFailedException(e.code(), e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new SourceFailedException("garbled", "The camera asks for what cannot be sent: " + e.getMessage());
        }
    }

    private synchronized OutboundStream kept(OutboundStream answer) throws IOException {
        if (isClosed) {
            answer.close();
            throw new SourceFailedException("stopped", "The camera is no longer read");
        }
        open = answer;
        return answer;
    }

    private SourceFailedException refused(OutboundStream answer) {
        int status = answer.status();
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            return hasLogin
                    ? new SourceFailedException("login-refused", "The camera refuses this user and password")
                    : new SourceFailedException("login-missing", "The camera wants a user and a password");
        }
        return status / HUNDRED == REDIRECTION
                ? new SourceFailedException(
                        "redirected", "Redirects are not followed; give the source the address that it leads to")
                : new SourceFailedException("status-" + status, "The camera answers with the status " + status);
    }
}
