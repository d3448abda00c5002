package org.semblance.identity.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people call the program and the system that a browser or another client says it is. */
final class Device {
    private static final int LONGEST = 60;

    /** In this order: most browsers claim to be others, too. */
    private static final List<List<String>> PROGRAMS = List.of(
            List.of("Edg/", "Edge"),
            List.of("OPR/", "Opera"),
            List.of("Firefox/", "Firefox"),
            List.of("Chrome/", "Chrome"),
            List.of("Safari/", "Safari"),
            List.of("curl/", "curl"));

    private static final List<List<String>> SYSTEMS = List.of(
            List.of("Android", "Android"),
            List.of("iPhone", "iPhone"),
            List.of("iPad", "iPad"),
            List.of("Windows", "Windows"),
            List.of("Mac OS X", "macOS"),
            List.of("Linux", "Linux"));

    private Device() {}

    /** Such as Firefox, Linux; what it said itself when that is nothing known, and nothing when it said nothing. */
    static String of(@Nullable String userAgent) {
        if (userAgent == null) {
            return "";
        }
        String program = first(PROGRAMS, userAgent);
        String system = first(SYSTEMS, userAgent);
        if (program.isEmpty()) {
            return userAgent.length() > LONGEST ? userAgent.substring(0, LONGEST) + "…" : userAgent;
        }
        return system.isEmpty() ? program : program + ", " + system;
    }

    private static String first(List<List<String>> names, String userAgent) {
        return names.stream()
                .filter(name -> userAgent.contains(name.get(0)))
                .map(name -> name.get(1))
                .findFirst()
                .orElse("");
    }
}
