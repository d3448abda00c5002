package org.semblance.personaldata;

import java.util.Set;

/**
 * Somebody, by everything that their rows can be known by. Numbers and texts, because the contexts that look for them
 * know nothing of each other's types.
 *
 * @param persons every id that they go by, those that were merged into them included
 * @param faces ids of their faces
 * @param files keys of the pictures that show them
 * @param names what they are called, here and in other systems
 */
public record Subject(Set<Long> persons, Set<Long> faces, Set<String> files, Set<String> names) {
    public Subject {
        persons = Set.copyOf(persons);
        faces = Set.copyOf(faces);
        files = Set.copyOf(files);
        names = Set.copyOf(names);
    }
}
