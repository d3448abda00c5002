package org.semblance.gallery.guided;

import java.util.List;
import org.semblance.gallery.FaceSummary;

/**
 * How far the enrolment of a person is.
 *
 * @param needed how many good faces it takes
 * @param good those that are there, the best first, no more than are needed
 * @param mayBeRecognised whether the person may be recognised, and so be enrolled
 */
public record EnrolmentProgress(int needed, List<FaceSummary> good, boolean mayBeRecognised) {
    public EnrolmentProgress {
        good = List.copyOf(good);
    }

    public boolean isComplete() {
        return good.size() >= needed;
    }
}
