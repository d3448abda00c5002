package org.semblance.audit;

import java.util.Locale;

/** Who did it. */
public record Actor(Kind kind, String name) {

    /** What sort of actor. */
    public enum Kind {
        USER,
        JOB,
        SYSTEM;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Actor user(String name) {
        return new Actor(Kind.USER, name);
    }

    public static Actor job(String name) {
        return new Actor(Kind.JOB, name);
    }

    public static Actor system() {
        return new Actor(Kind.SYSTEM, "semblance");
    }
}
