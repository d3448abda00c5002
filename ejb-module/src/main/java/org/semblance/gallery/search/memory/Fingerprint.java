package org.semblance.gallery.search.memory;

/** What tells cheaply whether memory holds the same faces as the database: their number, and sums of what they are. */
public record Fingerprint(long faces, long sumOfFaces, long sumOfPersons) {}
