package org.semblance.gallery.search;

import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;

/**
 * A person near a probe: the most similar of their faces, and how similar it is.
 *
 * @param faces how many faces of the person the model has embedded, whatever the filter
 */
public record Neighbour(PersonId person, FaceId face, double similarity, int faces) {}
