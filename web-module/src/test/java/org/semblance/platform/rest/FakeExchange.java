package org.semblance.platform.rest;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A servlet request and its response without a container: only what this module uses of them. */
public final class FakeExchange {
    public final Map<String, String> requestHeaders = new HashMap<>();
    public final Map<String, String> parameters = new HashMap<>();
    public final Map<String, Object> attributes = new HashMap<>();
    public final Map<String, String> headers = new HashMap<>();

    public String path = "/";
    public @Nullable String query;
    public DispatcherType dispatcherType = DispatcherType.REQUEST;
    public int status = 200;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public HttpServletRequest request() {
        return fake(HttpServletRequest.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getMethod" -> "GET";
            case "getRequestURI" -> path;
            case "getQueryString" -> query;
            case "getPathInfo" -> path.substring(path.indexOf('/', 1));
            case "getRemoteAddr" -> "192.0.2.7";
            case "getDispatcherType" -> dispatcherType;
            case "getHeader" -> requestHeaders.get((String) arguments[0]);
            case "getParameter" -> parameters.get((String) arguments[0]);
            case "getAttribute" -> attributes.get((String) arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    public HttpServletResponse response() {
        return fake(HttpServletResponse.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "setStatus" -> status((int) arguments[0]);
            case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
            case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
            case "setContentLength" -> headers.put("Content-Length", arguments[0].toString());
            case "getOutputStream" -> output();
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    public byte[] bytes() {
        return body.toByteArray();
    }

    public String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    private @Nullable Object status(int value) {
        status = value;
        return null;
    }

    private ServletOutputStream output() {
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(int octet) {
                body.write(octet);
            }
        };
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
