package org.semblance.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What people choose when they must choose a password: words of a list, runs on the keyboard, digits for letters. */
final class CommonPasswords {
    private static final int SHORTEST_RUN = 4;
    private static final int SHORTEST_WORD = 4;

    /** Keys that lie side by side, and letters and digits in their order. */
    private static final List<String> ROWS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "01234567890",
            "qwertyuiop",
            "qwertzuiop",
            "azertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "yxcvbnm",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
            "1q2w3e4r5t6y7u8i9o0p");

    private static final Map<Character, Character> WRITTEN_FOR =
            Map.of('0', 'o', '1', 'l', '3', 'e', '4', 'a', '5', 's', '7', 't', '@', 'a', '$', 's', '!', 'i', '8', 'b');

    private static final Set<String> LIST = read();
    private static final int LONGEST =
            LIST.stream().mapToInt(String::length).max().orElse(0);

    private CommonPasswords() {}

    /** The letters and digits of a lower-case password that belong to nothing common, left to right. */
    static String withoutThem(String password) {
        String plain = asLetters(password);
        var own = new StringBuilder();
        int at = 0;
        while (at < password.length()) {
            int common = Math.max(run(password, at), Math.max(word(password, at), word(plain, at)));
            if (common > 0) {
                at += common;
                continue;
            }
            if (Character.isLetterOrDigit(password.charAt(at))) {
                own.append(password.charAt(at));
            }
            at++;
        }
        return own.toString();
    }

    /** How long the longest listed word is that begins here. */
    private static int word(String text, int at) {
        for (int length = Math.min(LONGEST, text.length() - at); length >= SHORTEST_WORD; length--) {
            if (LIST.contains(text.substring(at, at + length))) {
                return length;
            }
        }
        return 0;
    }

    /** How many keys in a row are pressed from here on, to the right or to the left, or the same again and again. */
    private static int run(String text, int at) {
        int longest = 0;
        for (String row : ROWS) {
            longest = Math.max(longest, run(text, at, row));
            longest = Math.max(
                    longest, run(text, at, new StringBuilder(row).reverse().toString()));
        }
        int same = at;
        while (same < text.length() && text.charAt(same) == text.charAt(at)) {
            same++;
        }
        longest = Math.max(longest, same - at);
        return longest >= SHORTEST_RUN ? longest : 0;
    }

    private static int run(String text, int at, String row) {
        int key = row.indexOf(text.charAt(at));
        int length = 0;
        while (key >= 0
                && key + length < row.length()
                && at + length < text.length()
                && text.charAt(at + length) == row.charAt(key + length)) {
            length++;
        }
        return length;
    }

    private static String asLetters(String password) {
        return password.chars()
                .mapToObj(letter -> String.valueOf((char) WRITTEN_FOR.getOrDefault((char) letter, (char) letter)))
                .collect(Collectors.joining());
    }

    private static Set<String> read() {
        var file = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("common-passwords.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
