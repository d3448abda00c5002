package org.semblance.platform;

import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** What is known about the request that the current thread serves; every log line and audit entry carries it. */
public final class RequestContext {
    private static final String REQUEST_ID = "request_id";
    private static final String CLIENT_ADDRESS = "client_address";
    private static final String USER_AGENT = "user_agent";
    private static final int LONGEST_USER_AGENT = 300;

    private RequestContext() {}

    public static void begin(String requestId, String clientAddress) {
        begin(requestId, clientAddress, null);
    }

    /** Of a user agent, which may claim to be anything, the beginning is kept. */
    public static void begin(String requestId, String clientAddress, @Nullable String userAgent) {
        MDC.put(REQUEST_ID, requestId);
        MDC.put(CLIENT_ADDRESS, clientAddress);
        if (userAgent != null) {
            MDC.put(USER_AGENT, userAgent.substring(0, Math.min(userAgent.length(), LONGEST_USER_AGENT)));
        }
    }

    public static void end() {
        MDC.remove(REQUEST_ID);
        MDC.remove(CLIENT_ADDRESS);
        MDC.remove(USER_AGENT);
    }

    public static @Nullable String requestId() {
        return (String) MDC.get(REQUEST_ID);
    }

    public static @Nullable String clientAddress() {
        return (String) MDC.get(CLIENT_ADDRESS);
    }

    /** What the client calls itself. */
    public static @Nullable String userAgent() {
        return (String) MDC.get(USER_AGENT);
    }
}
