package org.semblance.platform.net;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** Something to send. */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record HttpPost(Map<String, String> headers, byte[] body) {
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

    public HttpPost {
        headers = Map.copyOf(headers);
        headers.forEach((name, value) -> {
            if (!PRINTABLE.matcher(name + value).matches()) {
                throw new IllegalArgumentException("The header " + name + " cannot be sent");
            }
        });
    }

    byte[] head(OutboundTarget target) {
        URI uri = URI.create(target.uri().toASCIIString());
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var head = new StringBuilder("POST ").append(path).append(query).append(" HTTP/1.1\r\n");
        line(head, "Host", host(target));
        headers.forEach((name, value) -> line(head, name, value));
        line(head, "Content-Length", Integer.toString(body.length));
        line(head, "Connection", "close");
        return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    static String host(OutboundTarget target) {
        String host = target.host().contains(":") ? "[" + target.host() + "]" : target.host();
        return target.uri().getPort() < 0 ? host : host + ":" + target.port();
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
}
