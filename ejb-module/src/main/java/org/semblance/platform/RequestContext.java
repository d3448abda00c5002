package org.semblance.platform;

import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** What is known about the request that the current thread serves; every log line and audit entry carries it. */
public final class RequestContext {
    private static final String REQUEST_ID = "request_id";
    private static final String CLIENT_ADDRESS = "client_address";

    private RequestContext() {}

    public static void begin(String requestId, String clientAddress) {
        MDC.put(REQUEST_ID, requestId);
        MDC.put(CLIENT_ADDRESS, clientAddress);
    }

    public static void end() {
        MDC.remove(REQUEST_ID);
        MDC.remove(CLIENT_ADDRESS);
    }

    public static @Nullable String requestId() {
        return (String) MDC.get(REQUEST_ID);
    }

    public static @Nullable String clientAddress() {
        return (String) MDC.get(CLIENT_ADDRESS);
    }
}
