package org.semblance.audit;

import java.util.Locale;
import java.util.regex.Pattern;

/** Who did it. */
public record Actor(Kind kind, String name) {
    private static final Pattern KEY_NAME = Pattern.compile("key:[0-9A-Za-z]{8}");

    /** What sort of actor. */
    public enum Kind {
        USER,
        KEY,
        JOB,
        SYSTEM;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whoever the container says is calling; an API key is called by its public prefix. */
    public static Actor caller(String principal) {
        return KEY_NAME.matcher(principal).matches() ? new Actor(Kind.KEY, principal) : user(principal);
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
