package org.semblance.gallery.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;

/**
 * Faces that look like one person, about to be proposed.
 *
 * @param person whose faces they seem to be; null for nobody known
 */
public record Cluster(@Nullable PersonId person, double confidence, List<Member> members) {
    public Cluster {
        members = List.copyOf(members);
    }

    /** A face, and how similar it is to the centre of all. */
    public record Member(FaceId face, double similarity) {}
}
