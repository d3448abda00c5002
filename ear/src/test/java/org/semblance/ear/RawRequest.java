package org.semblance.ear;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Bytes over a connection, as no HTTP library would send them. */
final class RawRequest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RawRequest() {}

    /** Sends a text from a local address, and gives all that comes back until the server hangs up. */
    static String send(String from, String text) {
        return send(from, output -> output.write(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    static String send(String from, Sending sending) {
        var server = TestServer.get().url();
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            try {
                sending.to(socket.getOutputStream());
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // The server hung up before it had heard everything; what it said may still be there.
            }
            return read(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a text, and resets the connection without listening. */
    static void abandon(String text) {
        var server = TestServer.get().url();
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(1);
            socket.setSoLinger(true, 0);
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Socket socket) {
        var answer = new StringBuilder();
        byte[] buffer = new byte[8192];
        try {
            for (int count = socket.getInputStream().read(buffer);
                    count >= 0;
                    count = socket.getInputStream().read(buffer)) {
                answer.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            answer.append("\n[the connection was reset]");
        }
        return answer.toString();
    }

    /** What is sent. */
    interface Sending {
        void to(OutputStream output) throws IOException;
    }
}
