package org.semblance.health;

/** Looks at one thing that the server needs; registers itself with the {@link HealthBoard}. */
public interface HealthProbe {

    /** Stable name, as it appears in the health report. */
    String name();

    /** Looks now; quick, and throws nothing. */
    Finding look();

    /**
     * What a probe found.
     *
     * @param detail what an operator needs to know, without secrets
     */
    record Finding(boolean isUp, String detail) {
        public static Finding up(String detail) {
            return new Finding(true, detail);
        }

        public static Finding down(String detail) {
            return new Finding(false, detail);
        }
    }
}
