package org.semblance.platform.net;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A receiver that does with a connection whatever a test wants. */
final class RawReceiver implements AutoCloseable {
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** What it sends after it has read something. */
    interface Behaviour {
        void answer(OutputStream output) throws IOException, InterruptedException;
    }

    RawReceiver(Behaviour behaviour) {
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(() -> accept(behaviour));
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
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

    private static void serve(Socket socket, Behaviour behaviour) {
        try (socket) {
            if (socket.getInputStream().read(new byte[8192]) > 0) {
                behaviour.answer(socket.getOutputStream());
            }
        } catch (IOException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
