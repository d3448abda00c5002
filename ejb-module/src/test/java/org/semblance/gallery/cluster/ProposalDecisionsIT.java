package org.semblance.gallery.cluster;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.semblance.TestTransaction;
import org.semblance.audit.AuditEvent;
import org.semblance.database.MigratedDatabase;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProposalDecisionsIT {
    private static MigratedDatabase database;

    private ClusterWorld world;
    private float[] ada;
    private List<FaceId> faces;

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
        world = new ClusterWorld(
                database.app(), "g" + Integer.toHexString(test.getDisplayName().hashCode()));
        ada = world.look();
        faces = world.faces(ada, 4);
    }

    @Test
    void accepting_founds_a_person_with_all_the_faces() {
        world.run();
        Proposal proposal = world.open().get(0);

        accept(proposal, "Ada");

        Proposal accepted = world.proposals.require(proposal.id());
        assertThat(accepted.state()).isEqualTo(Proposal.State.ACCEPTED);
        assertThat(accepted.personName()).isEqualTo("Ada");
        assertThat(accepted.decidedBy()).isEqualTo("grace");
        assertThat(world.id(
                        "SELECT count(*) FROM face WHERE person_id = ? AND assigned_by = 'cluster'", person(accepted)))
                .isEqualTo(4);
        assertThat(world.id("SELECT count(*) FROM embedding WHERE person_id = ?", person(accepted)))
                .isEqualTo(4);
        assertThat(world.audited).extracting(AuditEvent::action).contains("gallery.clustered", "cluster.accepted");
        assertThat(world.run().counts().faces()).isZero();
    }

    @Test
    void accepting_joins_the_person_and_keeps_the_name_that_people_gave() {
        PersonId person = world.person("Countess", ada, 2);
        world.run();

        accept(world.open().get(0), "Ada");

        assertThat(world.id("SELECT count(*) FROM face WHERE person_id = ?", person.value()))
                .isEqualTo(6);
        assertThat(world.id("SELECT count(*) FROM person WHERE name = 'Countess' AND id = ?", person.value()))
                .isEqualTo(1);
    }

    @Test
    void a_person_without_a_name_gets_it() {
        PersonId person = world.person(null, ada, 2);
        world.run();

        accept(world.open().get(0), "Ada");

        assertThat(world.id("SELECT count(*) FROM person WHERE name = 'Ada' AND id = ?", person.value()))
                .isEqualTo(1);
    }

    @Test
    void a_merged_person_is_joined_as_the_one_who_answers() {
        PersonId person = world.person("Ada", ada, 2);
        world.run();
        PersonId survivor = world.person("Ada Lovelace", world.look(), 1);
        world.id("UPDATE face SET person_id = ? WHERE person_id = ?", survivor.value(), person.value());
        world.id("UPDATE person SET merged_into = ? WHERE id = ?", survivor.value(), person.value());

        accept(world.open().get(0), null);

        assertThat(world.id("SELECT count(*) FROM face WHERE person_id = ?", survivor.value()))
                .isEqualTo(7);
    }

    @Test
    void a_deleted_person_is_not_joined() {
        PersonId person = world.person("Ada", ada, 2);
        world.run();
        world.id("UPDATE person SET deleted_at = now() WHERE id = ?", person.value());
        Proposal proposal = world.open().get(0);

        assertThatThrownBy(() -> accept(proposal, null)).isInstanceOf(ProposalOutdatedException.class);

        world.run();
        assertThat(world.open()).singleElement().extracting(Proposal::person).isNull();
    }

    @Test
    void faces_that_have_found_a_person_or_been_rejected_meanwhile_are_passed_over() {
        PersonId person = world.person("Ada", ada, 2);
        world.run();
        PersonId other = world.person("Ben", world.look(), 1);
        world.id(
                "UPDATE face SET person_id = ? WHERE id = ?",
                other.value(),
                faces.get(0).value());
        world.id(
                "INSERT INTO face_rejection VALUES (?, ?, ?, 'ada', now())",
                faces.get(1).value(),
                person.value(),
                world.scope.galleryId());

        accept(world.open().get(0), null);

        assertThat(world.id("SELECT count(*) FROM face WHERE person_id = ?", person.value()))
                .isEqualTo(4);
        assertThat(world.id("SELECT count(*) FROM face WHERE person_id = ?", other.value()))
                .isEqualTo(2);
    }

    @Test
    void accepting_waits_for_whoever_assigns_a_face_and_respects_that() {
        world.run();
        Proposal proposal = world.open().get(0);
        PersonId other = world.person("Ben", world.look(), 1);

        CompletableFuture<Void> accepting = TestTransaction.in(database.app(), transaction -> {
            update(transaction, "UPDATE face SET person_id = " + other + " WHERE id = " + faces.get(2));
            var accept = CompletableFuture.runAsync(() -> accept(proposal, null));
            assertThatThrownBy(() -> accept.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return accept;
        });
        accepting.join();

        assertThat(world.id("SELECT count(*) FROM face WHERE person_id = ?", other.value()))
                .isEqualTo(2);
        assertThat(world.id(
                        "SELECT count(*) FROM face WHERE person_id = ?",
                        person(world.proposals.require(proposal.id()))))
                .isEqualTo(3);
    }

    @Test
    void of_two_who_accept_one_does() {
        world.run();
        Proposal proposal = world.open().get(0);

        CompletableFuture<Void> second = TestTransaction.in(database.app(), transaction -> {
            world.decisions(transaction).accept(proposal.id(), "First", "grace");
            var later = CompletableFuture.runAsync(() -> accept(proposal, "Second"));
            assertThatThrownBy(() -> later.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return later;
        });

        assertThatThrownBy(second::join).hasRootCauseInstanceOf(ProposalDecidedException.class);
        assertThat(world.proposals.require(proposal.id()).personName()).isEqualTo("First");
        assertThat(world.id("SELECT count(*) FROM person WHERE name = 'Second'"))
                .isZero();
    }

    @Test
    void a_proposal_without_free_faces_is_refused_and_then_superseded() {
        world.run();
        Proposal proposal = world.open().get(0);
        PersonId other = world.person("Ben", world.look(), 1);
        world.id("UPDATE face SET person_id = ? WHERE gallery_id = ?", other.value(), world.scope.galleryId());

        assertThatThrownBy(() -> accept(proposal, null)).isInstanceOf(ProposalOutdatedException.class);

        world.run();
        assertThat(world.proposals.require(proposal.id()).state()).isEqualTo(Proposal.State.SUPERSEDED);
    }

    @Test
    void what_was_discarded_is_not_proposed_again_until_as_many_faces_are_new() {
        world.run();
        Proposal proposal = world.open().get(0);
        TestTransaction.in(database.app(), transaction -> {
            world.decisions(transaction).discard(proposal.id(), "grace");
            return true;
        });

        world.run();
        world.faces(ada, 3);
        world.run();
        assertThat(world.open()).isEmpty();

        world.faces(ada, 1);
        world.run();
        assertThat(world.open()).hasSize(1);
        assertThat(world.proposals.require(proposal.id()).state()).isEqualTo(Proposal.State.DISCARDED);
    }

    @Test
    void an_unknown_proposal_is_not_found() {
        var nobody = new ProposalId(999_999);

        assertThatThrownBy(() -> world.decisions(database.app()).discard(nobody, "grace"))
                .isInstanceOf(ProposalNotFoundException.class);
        assertThatThrownBy(() -> world.proposals.require(nobody)).isInstanceOf(ProposalNotFoundException.class);
    }

    private void accept(Proposal proposal, @Nullable String name) {
        TestTransaction.in(database.app(), transaction -> {
            world.decisions(transaction).accept(proposal.id(), name, "grace");
            return true;
        });
    }

    private static long person(Proposal proposal) {
        return java.util.Objects.requireNonNull(proposal.person()).value();
    }

    private static void update(javax.sql.DataSource database, String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
