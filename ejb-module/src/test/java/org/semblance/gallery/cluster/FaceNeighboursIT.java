package org.semblance.gallery.cluster;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.semblance.database.MigratedDatabase;
import org.semblance.gallery.FaceId;
import org.semblance.platform.IdPart;

import static org.assertj.core.api.Assertions.assertThat;

class FaceNeighboursIT {

    @Test
    void every_face_is_compared_in_one_part() {
        try (var database = MigratedDatabase.fresh()) {
            var world = new ClusterWorld(database.app(), "parts");
            List<FaceId> faces = world.faces(world.look(), 5);
            var run = world.runs.start(world.scope, new ClusterRequest(world.scope.gallery(), null, 3), "ada");

            List<FaceId> even = world.neighbours.listPending(run, new IdPart(0, 2), 0, 10);
            List<FaceId> odd = world.neighbours.listPending(run, new IdPart(1, 2), 0, 10);

            assertThat(even).allMatch(face -> face.value() % 2 == 0);
            assertThat(odd).allMatch(face -> face.value() % 2 == 1);
            assertThat(Stream.concat(even.stream(), odd.stream())).containsExactlyInAnyOrderElementsOf(faces);
            assertThat(world.neighbours.countPending(run, new IdPart(0, 2))).isEqualTo(even.size());
        }
    }
}
