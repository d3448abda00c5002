package org.semblance.surveillance.pull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a camera wants to be told who asks (RFC 9110, 11.6.1).
 *
 * @param scheme in lower case: basic, digest
 * @param parameters by their names in lower case
 */
record Challenge(String scheme, Map<String, String> parameters) {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern PART = Pattern.compile(
            "\\G[\\s,]*(?:(" + TOKEN + ")\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]*))|(" + TOKEN + "))");

    Challenge {
        parameters = Map.copyOf(parameters);
    }

    /** Several may stand in one header, and several headers in one answer. */
    static List<Challenge> read(List<String> headers) {
        List<Challenge> challenges = new ArrayList<>();
        for (String header : headers) {
            String scheme = "";
            Map<String, String> parameters = new HashMap<>();
            Matcher part = PART.matcher(header);
            while (part.find()) {
                if (part.group(1) != null) {
                    parameters.putIfAbsent(part.group(1).toLowerCase(Locale.ROOT), value(part));
                    continue;
                }
                add(challenges, scheme, parameters);
                scheme = part.group(4).toLowerCase(Locale.ROOT);
                parameters = new HashMap<>();
            }
            add(challenges, scheme, parameters);
        }
        return challenges;
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    private static void add(List<Challenge> challenges, String scheme, Map<String, String> parameters) {
        if (!scheme.isEmpty()) {
            challenges.add(new Challenge(scheme, parameters));
        }
    }

    private static String value(Matcher part) {
        return part.group(2) == null ? part.group(3) : part.group(2).replaceAll("\\\\(.)", "$1");
    }
}
