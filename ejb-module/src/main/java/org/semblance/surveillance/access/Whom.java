package org.semblance.surveillance.access;

import java.util.Arrays;
import java.util.Locale;
import org.semblance.platform.InvalidInputException;
import org.semblance.surveillance.KnownPerson;

/** Whom a rule is about. */
public enum Whom {
    /** Whoever is recognised. */
    EVERYBODY,
    ROLE,
    DEPARTMENT,
    PERSON,
    USER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Whom of(String code) {
        return Arrays.stream(values())
                .filter(whom -> whom.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "whom", "whom is everybody, role, department, person or user, not '" + code + "'"));
    }

    /**
     * Whether somebody is meant.
     *
     * @param subject name of the role or department, number of the person or id of the user
     */
    boolean includes(KnownPerson person, String subject) {
        return switch (this) {
            case EVERYBODY -> true;
            case ROLE -> person.roles().contains(subject);
            case DEPARTMENT -> subject.equals(person.department());
            case PERSON -> subject.equals(person.id().toString());
            case USER -> person.user() != null && subject.equals(person.user().toString());
        };
    }
}
