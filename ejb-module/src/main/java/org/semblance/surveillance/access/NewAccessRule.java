package org.semblance.surveillance.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;

/**
 * What people say of a rule.
 *
 * @param who the role's name, or the id of the department, person or user; null for everybody
 * @param isEverywhere whether it holds at every door, those of tomorrow included
 * @param doors where it holds otherwise
 */
public record NewAccessRule(
        String title,
        boolean isOn,
        Effect effect,
        Whom whom,
        @Nullable String who,
        boolean isEverywhere,
        List<DoorName> doors,
        RuleTimes times) {
    private static final int MOST_DOORS = 1000;

    public NewAccessRule {
        title = title.strip();
        doors = doors.stream().distinct().toList();
        if (title.isEmpty() || title.length() > NewDoor.LONGEST_TITLE) {
            throw new InvalidInputException(
                    "title", "A rule's title has 1 to " + NewDoor.LONGEST_TITLE + " characters");
        }
        if (isEverywhere && !doors.isEmpty()) {
            throw new InvalidInputException("doors", "A rule for all doors names none");
        }
        if (doors.size() > MOST_DOORS) {
            throw new InvalidInputException(
                    "doors", "A rule names at most " + MOST_DOORS + " doors; leave them out for all doors");
        }
    }
}
