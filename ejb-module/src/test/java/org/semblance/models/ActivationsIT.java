package org.semblance.models;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.audit.Actor;
import org.semblance.database.MigratedDatabase;
import org.semblance.jobs.JobRunId;
import org.semblance.vision.ModelId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ActivationsIT {
    private static final ModelId MODEL = new ModelId("large/embedder");
    private static final Actor ANNA = Actor.user("anna");

    private MigratedDatabase database;
    private Activations activations;

    @BeforeEach
    void open() {
        database = MigratedDatabase.fresh();
        activations = new Activations(database.app());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nothing_is_chosen_at_first() {
        assertThat(activations.active()).isEmpty();
        assertThat(activations.pending()).isEmpty();
        assertThat(activations.latest()).isEmpty();
    }

    @Test
    void a_request_is_prepared_by_one_node_and_then_comes_into_use() {
        activations.request("large", true, ANNA);
        var requested = activations.pending().orElseThrow();

        assertThat(activations.prepare(requested.id(), MODEL)).isTrue();
        assertThat(activations.prepare(requested.id(), MODEL)).isFalse();
        activations.run(requested.id(), new JobRunId(42));
        var preparing = activations.pending().orElseThrow();

        assertThat(requested.state()).isEqualTo(ActivationState.REQUESTED);
        assertThat(requested.requestedBy()).isEqualTo(ANNA);
        assertThat(requested.allowSkipped()).isTrue();
        assertThat(preparing.state()).isEqualTo(ActivationState.PREPARING);
        assertThat(preparing.model()).isEqualTo(MODEL);
        assertThat(preparing.execution()).isEqualTo(new JobRunId(42));

        assertThat(activations.activate(requested.id(), MODEL)).isTrue();
        assertThat(activations.activate(requested.id(), MODEL)).isFalse();
        assertThat(activations.active()).map(Activation::pack).contains("large");
        assertThat(activations.active()).map(Activation::endedAt).isNotEmpty();
        assertThat(activations.pending()).isEmpty();
    }

    @Test
    void the_next_pack_takes_the_place_of_the_one_in_use() {
        use("first");

        use("second");

        assertThat(activations.active()).map(Activation::pack).contains("second");
    }

    @Test
    void a_failed_request_leaves_the_pack_in_use_and_says_why() {
        use("first");
        activations.request("second", false, ANNA);
        long id = activations.pending().orElseThrow().id();

        assertThat(activations.fail(id, "Its file is gone")).isTrue();

        assertThat(activations.active()).map(Activation::pack).contains("first");
        assertThat(activations.latest()).map(Activation::problem).contains("Its file is gone");
        assertThat(activations.activate(id, MODEL)).isFalse();
        assertThat(activations.active()).map(Activation::pack).contains("first");
    }

    @Test
    void only_one_pack_at_a_time_is_about_to_come_into_use() {
        activations.request("first", false, ANNA);

        assertThatThrownBy(() -> activations.request("second", false, ANNA))
                .isInstanceOf(ActivationPendingException.class)
                .hasMessageContaining("\"first\" is about to come into use");
    }

    private void use(String pack) {
        activations.request(pack, false, ANNA);
        activations.activate(activations.pending().orElseThrow().id(), MODEL);
    }
}
