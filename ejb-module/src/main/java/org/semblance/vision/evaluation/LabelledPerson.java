package org.semblance.vision.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A picture by number, whom it shows, and what it is used for. */
record LabelledPerson(int picture, String identity, Role role) {

    enum Role {
        /** Enrolled. */
        GALLERY,
        /** Somebody who is enrolled with another picture. */
        PROBE,
        /** Somebody who is not enrolled. */
        UNKNOWN_PROBE,
        /** Only compared with all others. */
        OTHER
    }

    static List<LabelledPerson> read(Path file, Pictures pictures) {
        List<LabelledPerson> people = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        CsvFile.read(file).forEach(List.of("image", "identity", "role"), (line, cells) -> {
            if (cells.get(1).isEmpty()) {
                throw new IllegalArgumentException("the identity is missing");
            }
            var role = role(cells.get(2));
            int picture = pictures.number(cells.get(0));
            if (!seen.add(picture)) {
                throw new IllegalArgumentException(cells.get(0) + " has been labelled before");
            }
            people.add(new LabelledPerson(picture, cells.get(1), role));
        });
        if (people.isEmpty()) {
            throw new EvaluationException(file + " holds no identities");
        }
        return people;
    }

    private static Role role(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "gallery" -> Role.GALLERY;
            case "probe" -> Role.PROBE;
            case "unknown_probe" -> Role.UNKNOWN_PROBE;
            case "" -> Role.OTHER;
            default ->
                throw new IllegalArgumentException(
                        "role is \"" + cell + "\", but must be gallery, probe, unknown_probe or nothing");
        };
    }
}
