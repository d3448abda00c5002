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

    /** How what was looked at does. */
    public enum State {
        DOWN,
        DEGRADED,
        WELL
    }

    /**
     * What a health check found.
     *
     * @param remarks what an operator needs to know
     * @param took how long it looked
     */
    public record Check(String name, State state, List<Remark> remarks, Duration took) {
        public Check {
            remarks = List.copyOf(remarks);
        }

        public boolean isUp() {
            return state != State.DOWN;
        }

        public boolean isWell() {
            return state == State.WELL;
        }
    }

    /**
     * Something that an operator needs to know.
     *
     * @param key what it is among all that the check says
     * @param values numbers, times and names for those who say it in another language
     * @param english the whole of it
     */
    public record Remark(String key, List<Object> values, String english) {
        public Remark {
            values = List.copyOf(values);
        }
    }

    /** What runs: of what version, on which Java, and what the schema of its database must be. */
    public record Build(String version, String schema, String java, String system) {}

    /** What runs it: the node's name, since when, and the memory of its heap in bytes. */
    public record Host(String node, Instant startedAt, long memoryUsed, long memoryMost, int processors) {}
}
