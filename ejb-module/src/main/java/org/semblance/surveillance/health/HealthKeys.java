package org.semblance.surveillance.health;

import java.util.Optional;
import org.semblance.surveillance.CameraId;

/** How what is heard of is called in the {@link HealthCache}. */
final class HealthKeys {
    /** How many frames wait to be recognised, on all servers. */
    static final String QUEUE = "queue:recognition:size";

    static final String WORKERS = "worker:";
    private static final String HEARTBEAT = ":heartbeat";

    private HealthKeys() {}

    /** When its last frame came. */
    static String lastSeen(CameraId camera) {
        return "camera:" + camera + ":last_seen";
    }

    /** Whether it is online. */
    static String status(CameraId camera) {
        return "camera:" + camera + ":status";
    }

    /** When the server was alive. */
    static String heartbeat(String node) {
        return WORKERS + node + HEARTBEAT;
    }

    /** How many frames wait there. */
    static String queue(String node) {
        return WORKERS + node + ":queue";
    }

    /** How many frames of each camera came there within a minute. */
    static String frames(String node) {
        return WORKERS + node + ":frames";
    }

    /** The server whose heartbeat a key is. */
    static Optional<String> nodeOfHeartbeat(String key) {
        return key.startsWith(WORKERS) && key.endsWith(HEARTBEAT)
                ? Optional.of(key.substring(WORKERS.length(), key.length() - HEARTBEAT.length()))
                : Optional.empty();
    }
}
