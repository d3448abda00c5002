package org.semblance.bench;

import java.util.ArrayList;
import java.util.List;

/** One camera that sends frames, one after the other. */
final class CameraRun {
    private final ApiClient server;
    private final String path;
    private final List<byte[]> scenes;
    private final List<Double> millis = new ArrayList<>();
    private int next;
    private int refused;
    private long told;

    /**
     * A camera that has sent nothing yet.
     *
     * @param first which scene it sends first, so that cameras differ
     */
    CameraRun(ApiClient server, String path, List<byte[]> scenes, int first) {
        this.server = server;
        this.path = path;
        this.scenes = List.copyOf(scenes);
        this.next = first;
    }

    /** Sends some frames that are not timed. */
    void send(int frames) {
        for (int i = 0; i < frames; i++) {
            send();
        }
    }

    void sendFor(int seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() - end < 0) {
            long begun = System.nanoTime();
            send();
            millis.add((System.nanoTime() - begun) / 1e6);
        }
    }

    private void send() {
        byte[] frame = scenes.get(next++ % scenes.size());
        while (true) {
            var answer = server.tryPhoto(path, frame);
            if (answer.isPresent()) {
                told += ApiClient.parse(answer.get()).getJsonArray("faces").size();
                return;
            }
            refused++;
        }
    }

    List<Double> millis() {
        return List.copyOf(millis);
    }

    int refused() {
        return refused;
    }

    long told() {
        return told;
    }
}
