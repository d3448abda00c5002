package org.semblance.models.batch;

import org.jspecify.annotations.Nullable;
import org.semblance.gallery.StaleFace;
import org.semblance.platform.Problem;
import org.semblance.vision.Embedding;

/** A face with its new embedding, or with the reason why there can be none. */
record ReembeddedFace(
        StaleFace face,
        @Nullable Embedding embedding,
        @Nullable Problem refusal) {}
