package org.semblance.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How the server that was asked is.
 *
 * @param checks what each of its health checks found just now, by name
 */
public record SystemHealth(List<Check> checks, Build build, Host host) {
    public SystemHealth {
        checks = List.copyOf(checks);
    }

    public boolean isUp() {
        return checks.stream().allMatch(Check::isUp);
    }

    /**
     * What a health check found.
     *
     * @param detail what an operator needs to know
     * @param took how long it looked
     */
    public record Check(String name, boolean isUp, String detail, Duration took) {}

    /** What runs: of what version, on which Java, and what the schema of its database must be. */
    public record Build(String version, String schema, String java, String system) {}

    /** What runs it: the node's name, since when, and the memory of its heap in bytes. */
    public record Host(String node, Instant startedAt, long memoryUsed, long memoryMost, int processors) {}
}
