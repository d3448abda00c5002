package org.semblance.gallery.search;

import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;

/** A face near a probe, and whose it is if that is known. */
public record NearFace(FaceId face, @Nullable PersonId person, double similarity) {}
