package org.semblance.gallery.cluster;

import org.semblance.gallery.FaceId;
import org.semblance.storage.ImageKey;

/**
 * A face of a proposal as callers see it.
 *
 * @param similarity to the centre of all faces
 * @param isAssigned whether it has a person by now
 */
public record ProposedFace(FaceId face, double similarity, float quality, boolean isAssigned, ImageKey crop) {}
