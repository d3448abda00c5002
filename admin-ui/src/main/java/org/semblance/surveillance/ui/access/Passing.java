package org.semblance.surveillance.ui.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.semblance.platform.Page;
import org.semblance.platform.ui.KeysetPages;
import org.semblance.surveillance.access.AccessAnswer;
import org.semblance.surveillance.access.AccessQuestions;
import org.semblance.surveillance.access.DoorName;

/** Whole pages of those who would pass: the service answers after so many persons, however few of them may. */
final class Passing {
    private Passing() {}

    static Page<AccessAnswer> page(AccessQuestions questions, DoorName door, Instant at, long from) {
        List<AccessAnswer> found = new ArrayList<>();
        OptionalLong next = OptionalLong.of(from);
        while (next.isPresent() && found.size() < KeysetPages.SIZE) {
            var page = questions.passers(door, Optional.of(at), next.getAsLong(), KeysetPages.SIZE - found.size());
            found.addAll(page.items());
            next = page.next();
        }
        return new Page<>(found, next);
    }
}
