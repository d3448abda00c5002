package org.semblance.gallery;

/** A person near a probe: the most similar of their faces, and how similar it is. */
public record Neighbour(PersonId person, FaceId face, double similarity) {}
