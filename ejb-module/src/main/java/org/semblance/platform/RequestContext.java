package org.semblance.platform;

import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** What is known of the request that the current thread serves; every log line and audit entry carries it. */
public final class RequestContext {
    private static final String REQUEST_ID = "request_id";
    private static final String CLIENT_ADDRESS = "client_address";
    private static final int MAX_USER_AGENT = 256;
    /** Not in the log: what a client calls itself may be anything. */
    private static final ThreadLocal<@Nullable String> USER_AGENT = new ThreadLocal<>();

    private static final ThreadLocal<@Nullable String> PERMISSION = new ThreadLocal<>();

    private RequestContext() {}

    public static void begin(String requestId, String clientAddress) {
        MDC.put(REQUEST_ID, requestId);
        MDC.put(CLIENT_ADDRESS, clientAddress);
    }

    public static void begin(String requestId, String clientAddress, @Nullable String userAgent) {
        begin(requestId, clientAddress);
        USER_AGENT.set(userAgent == null ? null : readable(userAgent));
    }

    public static void end() {
        MDC.remove(REQUEST_ID);
        MDC.remove(CLIENT_ADDRESS);
        USER_AGENT.remove();
        PERMISSION.remove();
    }

    public static @Nullable String requestId() {
        return (String) MDC.get(REQUEST_ID);
    }

    public static @Nullable String clientAddress() {
        return (String) MDC.get(CLIENT_ADDRESS);
    }

    /** What the client calls itself, cut to a bearable length. */
    public static @Nullable String userAgent() {
        return USER_AGENT.get();
    }

    /** The permission by which the caller came to where the thread is now. */
    public static @Nullable String permission() {
        return PERMISSION.get();
    }

    public static void usePermission(@Nullable String permission) {
        if (permission == null) {
            PERMISSION.remove();
        } else {
            PERMISSION.set(permission);
        }
    }

    private static String readable(String userAgent) {
        String cut = userAgent.length() > MAX_USER_AGENT ? userAgent.substring(0, MAX_USER_AGENT) : userAgent;
        return cut.replaceAll("\\p{Cntrl}", "?");
    }
}
