package org.semblance.models.batch;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.StaleFace;
import org.semblance.platform.Problem;
import org.semblance.vision.AlignedFace;

/** A face with the crop that was kept of it, or with the reason why there is none. */
record OpenedCrop(
        StaleFace face,
        @Nullable AlignedFace crop,
        @Nullable Problem refusal) {

    AlignedFace requireCrop() {
        return Objects.requireNonNull(crop);
    }
}
