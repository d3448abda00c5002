package org.semblance.gallery.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.search.NearFace;

/** An unknown face with those it is similar to; null when it has no embedding to compare. */
record ComparedFace(FaceId face, @Nullable List<NearFace> near) {}
