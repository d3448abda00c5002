package org.semblance.surveillance.pull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A camera that does with a request whatever a test wants. */
final class TestCamera implements AutoCloseable {
    /** Begins like a picture, which is all that anybody looks at here. */
    static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 'p', '\r', '\n', 'i', 'c', (byte) 0xD9};

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();

    /** What it sends after it has read a request, whose head it is told. */
    interface Behaviour {
        void answer(String request, OutputStream output) throws IOException, InterruptedException;
    }

    TestCamera(Behaviour behaviour) {
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(() -> accept(behaviour));
    }

    /** One picture to whoever asks. */
    static TestCamera snapshots() {
        return new TestCamera((request, output) -> picture(output));
    }

    /** Pictures without end, with a pause after each. */
    static TestCamera stream(int pauseMillis) {
        return new TestCamera((request, output) -> {
            write(output, "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=frame\r\n\r\n");
            while (true) {
                part(output);
                Thread.sleep(pauseMillis);
            }
        });
    }

    static void part(OutputStream output) throws IOException {
        write(output, "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + JPEG.length + "\r\n\r\n");
        output.write(JPEG);
        write(output, "\r\n");
    }

    static void picture(OutputStream output) throws IOException {
        write(output, "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: " + JPEG.length + "\r\n\r\n");
        output.write(JPEG);
    }

    static void write(OutputStream output, String text) throws IOException {
        output.write(text.getBytes(StandardCharsets.ISO_8859_1));
        output.flush();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/video?channel=1");
    }

    List<String> requests() {
        return requests;
    }

    /** How many were connected at once, at most. */
    int mostOpen() {
        return mostOpen.get();
    }

    int open() {
        return open.get();
    }

    private void accept(Behaviour behaviour) {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket, behaviour));
            }
        } catch (IOException e) {
            threads.shutdownNow();
        }
    }

    private void serve(Socket socket, Behaviour behaviour) {
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        try (socket) {
            var input = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            var request = new StringBuilder();
            for (String line = input.readLine(); line != null && !line.isEmpty(); line = input.readLine()) {
                request.append(line).append('\n');
            }
            requests.add(request.toString());
            behaviour.answer(request.toString(), socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (IOException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.decrementAndGet();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
