package org.semblance.gallery.cluster;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.semblance.database.MigratedDatabase;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;
import org.semblance.identity.Scope;
import org.semblance.jobs.JobRunId;
import org.semblance.platform.IdPart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClusteringIT {
    private static MigratedDatabase database;

    private ClusterWorld world;

    @BeforeAll
    static void open() {
        database = MigratedDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void new_gallery(TestInfo test) {
        String name = "g" + Integer.toHexString(test.getDisplayName().hashCode());
        world = new ClusterWorld(database.app(), name);
    }

    @Test
    void finds_every_person_and_mixes_none() {
        List<List<FaceId>> people = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            people.add(world.faces(world.look(), 3 + i % 4));
        }
        world.faces(world.look(), 2);
        world.faces(world.look(), 1);

        ClusterRun run = world.run();

        assertThat(world.openFaces()).containsExactlyInAnyOrderElementsOf(people);
        assertThat(run.state()).isEqualTo(ClusterRun.State.COMPLETED);
        assertThat(run.counts()).isEqualTo(new ClusterRun.Counts(57, 57, 12, 0, 3));
        assertThat(world.open()).allSatisfy(proposal -> {
            assertThat(proposal.person()).isNull();
            assertThat(proposal.confidence()).isBetween(0.7, 1.0);
            assertThat(proposal.cover()).isNotNull();
        });
    }

    @Test
    void proposes_the_person_who_is_clearly_nearest() {
        float[] ada = world.look();
        PersonId person = world.person("Ada", ada, 3);
        world.person("Ben", world.look(), 3);
        List<FaceId> faces = world.faces(ada, 4);

        world.run();

        assertThat(world.openFaces()).containsExactly(faces);
        assertThat(world.open().get(0).person()).isEqualTo(person);
        assertThat(world.open().get(0).personName()).isEqualTo("Ada");
    }

    @Test
    void proposes_nobody_known_when_two_persons_are_equally_near() {
        float[] ada = world.look();
        world.person("Ada", ada, 1);
        world.person("Ada again", ada, 1);
        world.faces(ada, 5);
        world.id("UPDATE gallery SET margin = 1 WHERE id = ?", world.scope.galleryId());

        var request = new ClusterRequest(world.scope.gallery(), null, 3);
        var wide = new org.semblance.gallery.GalleryScope(
                world.scope.galleryId(), world.scope.gallery(), ClusterWorld.MODEL, 0.4, 0.5);
        var run = world.runs.start(wide, request, "ada");
        world.clustering.compare(run, () -> false);
        world.clustering.propose(run);

        assertThat(world.open()).singleElement().extracting(Proposal::person).isNull();
    }

    @Test
    void many_faces_of_a_person_do_not_hide_the_unknown_ones() {
        float[] ada = world.look();
        world.person("Ada", ada, FaceNeighbours.MOST + 10);
        List<FaceId> faces = world.faces(ada, 4);

        world.run();

        assertThat(world.openFaces()).containsExactly(faces);
    }

    @Test
    void new_faces_join_open_proposals_or_make_new_ones_and_nothing_else_is_compared_again() {
        float[] ada = world.look();
        float[] ben = world.look();
        float[] cleo = world.look();
        List<FaceId> adas = world.faces(ada, 4);
        List<FaceId> bens = world.faces(ben, 2);
        world.run();
        Proposal before = world.open().get(0);

        adas.addAll(world.faces(ada, 2));
        bens.addAll(world.faces(ben, 1));
        List<FaceId> cleos = world.faces(cleo, 3);
        ClusterRun second = world.run();

        assertThat(second.counts()).isEqualTo(new ClusterRun.Counts(12, 6, 2, 1, 0));
        assertThat(world.openFaces()).containsExactlyInAnyOrder(adas, bens, cleos);
        assertThat(world.open().get(0).id()).isEqualTo(before.id());
    }

    @Test
    void in_steps_or_at_once_the_clusters_are_the_same() {
        var other = new ClusterWorld(database.app(), "at-once");
        List<List<Integer>> inSteps = new ArrayList<>();
        List<FaceId> stepped = new ArrayList<>();
        List<FaceId> atOnce = new ArrayList<>();
        var looks = java.util.stream.Stream.generate(world::look).limit(6).toList();
        for (int i = 0; i < 30; i++) {
            var picture = world.picture(looks.get(i % 6));
            stepped.add(world.face(null, picture));
            atOnce.add(other.face(null, picture));
            if (i % 7 == 0) {
                world.run();
            }
        }

        world.run();
        other.run();

        world.openFaces()
                .forEach(faces ->
                        inSteps.add(faces.stream().map(stepped::indexOf).toList()));
        List<List<Integer>> batch = other.openFaces().stream()
                .map(faces -> faces.stream().map(atOnce::indexOf).toList())
                .toList();
        assertThat(inSteps).hasSize(6).containsExactlyInAnyOrderElementsOf(batch);
    }

    @Test
    void a_second_run_changes_nothing() {
        world.faces(world.look(), 4);
        world.run();
        Proposal before = world.open().get(0);

        ClusterRun second = world.run();

        assertThat(second.counts()).isEqualTo(new ClusterRun.Counts(4, 0, 0, 0, 0));
        assertThat(world.open()).containsExactly(before);
    }

    @Test
    void a_proposal_to_found_becomes_one_to_join_when_the_person_has_come() {
        float[] ada = world.look();
        world.faces(ada, 4);
        world.run();

        PersonId person = world.person("Ada", ada, 2);
        world.run();

        assertThat(world.open()).singleElement().extracting(Proposal::person).isEqualTo(person);
    }

    @Test
    void other_rules_see_other_clusters_and_supersede_the_proposals() {
        world.faces(world.look(), 4);
        world.run();

        ClusterRun strict = world.run(new ClusterRequest(world.scope.gallery(), 0.95, 3));

        assertThat(world.open()).isEmpty();
        assertThat(strict.counts().compared()).isZero();
        assertThat(world.proposals
                        .list(world.scope.gallery(), Proposal.State.SUPERSEDED, 0, 10)
                        .items())
                .hasSize(1);

        world.run(new ClusterRequest(world.scope.gallery(), 0.2, 2));
        assertThat(world.open()).hasSize(1);
    }

    @Test
    void a_face_is_never_proposed_for_a_person_it_is_not() {
        float[] ada = world.look();
        PersonId person = world.person("Ada", ada, 3);
        List<FaceId> faces = world.faces(ada, 4);
        reject(faces.get(1), person);

        world.run();

        assertThat(world.open()).singleElement().extracting(Proposal::person).isEqualTo(person);
        assertThat(world.openFaces()).containsExactly(List.of(faces.get(0), faces.get(2), faces.get(3)));
    }

    @Test
    void faces_that_are_all_not_a_person_found_another() {
        float[] ada = world.look();
        PersonId person = world.person("Ada", ada, 3);
        List<FaceId> faces = world.faces(ada, 3);
        faces.forEach(face -> reject(face, person));

        world.run();

        assertThat(world.open()).singleElement().extracting(Proposal::person).isNull();
        assertThat(world.openFaces()).containsExactly(faces);
    }

    @Test
    void a_run_that_was_cut_short_goes_on_where_it_was() {
        world.faces(world.look(), 5);
        var request = new ClusterRequest(world.scope.gallery(), null, 3);
        var run = world.runs.start(world.scope, request, "ada");
        var budget = new int[] {3};
        assertThat(world.clustering.compare(run, () -> budget[0]-- == 0)).isFalse();
        world.runs.fail(run.id(), "stopped");

        assertThat(world.runs.resume(run.id(), new JobRunId(7))).isTrue();
        assertThat(world.neighbours.countPending(run, IdPart.ALL)).isEqualTo(2);
        world.clustering.compare(run, () -> false);
        world.clustering.propose(run);

        var ended = world.runs.find(run.id()).orElseThrow();
        assertThat(ended.counts()).isEqualTo(new ClusterRun.Counts(5, 5, 1, 0, 0));
        assertThat(ended.execution()).isEqualTo(new JobRunId(7));
        assertThat(world.runs.resume(run.id(), new JobRunId(8))).isFalse();
    }

    @Test
    void one_run_at_a_time_and_one_that_died_is_given_up() {
        var request = new ClusterRequest(world.scope.gallery(), null, 3);
        var dead = world.runs.start(world.scope, request, "ada");

        assertThatThrownBy(() -> world.runs.start(world.scope, request, "ada"))
                .isInstanceOf(ClusteringRunsException.class);
        world.id(
                "UPDATE cluster_run SET touched_at = now() - interval '11 minutes' WHERE id = ?",
                dead.id().value());
        var next = world.runs.start(world.scope, request, "ben");

        assertThat(world.runs.find(dead.id()).orElseThrow().state()).isEqualTo(ClusterRun.State.FAILED);
        assertThat(world.runs.resume(dead.id(), new JobRunId(1))).isFalse();
        assertThat(world.runs
                        .list(Scope.EVERYWHERE, java.util.Optional.of(world.scope.gallery()), 0, 1)
                        .items())
                .extracting(ClusterRun::id)
                .containsExactly(next.id());
        assertThat(world.runs
                        .list(
                                Scope.EVERYWHERE,
                                java.util.Optional.empty(),
                                next.id().value(),
                                1)
                        .items())
                .extracting(ClusterRun::id)
                .containsExactly(dead.id());
    }

    @Test
    void everything_goes_with_the_gallery() {
        world.faces(world.look(), 3);
        world.run();

        world.id("DELETE FROM face WHERE gallery_id = ?", world.scope.galleryId());
        assertThat(world.openFaces()).containsExactly(List.of());
        world.id("DELETE FROM gallery WHERE id = ?", world.scope.galleryId());

        assertThat(world.id("SELECT count(*) FROM cluster_run WHERE gallery_id = ?", world.scope.galleryId()))
                .isZero();
    }

    private void reject(FaceId face, PersonId person) {
        world.id(
                "INSERT INTO face_rejection VALUES (?, ?, ?, 'ada', now())",
                face.value(),
                person.value(),
                world.scope.galleryId());
    }
}
