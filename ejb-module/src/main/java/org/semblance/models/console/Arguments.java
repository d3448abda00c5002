package org.semblance.models.console;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A command line: words in their order, and flags wherever they are. */
final class Arguments {
    private final Deque<String> words = new ArrayDeque<>();
    private final Set<String> flags = new HashSet<>();

    Arguments(List<String> arguments) {
        for (String argument : arguments) {
            if (argument.startsWith("--")) {
                flags.add(argument);
            } else {
                words.add(argument);
            }
        }
    }

    /** The next word. */
    String word(String meaning) {
        String word = words.poll();
        if (word == null) {
            throw new UsageException("Say " + meaning);
        }
        return word;
    }

    boolean flag(String name) {
        return flags.remove(name);
    }

    /** Refuses what nobody asked for. */
    void complete() {
        if (!words.isEmpty()) {
            throw new UsageException("There is no use for " + words.getFirst());
        }
        if (!flags.isEmpty()) {
            throw new UsageException("There is no option " + flags.iterator().next());
        }
    }
}
