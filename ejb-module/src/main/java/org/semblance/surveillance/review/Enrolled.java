package org.semblance.surveillance.review;

import org.semblance.gallery.PersonSummary;

/**
 * What was decided, and what is known now of who has the faces.
 *
 * @param missingFaces how many more a decision needs before it may name the person
 */
public record Enrolled(Outcome outcome, PersonSummary person, long missingFaces) {}
