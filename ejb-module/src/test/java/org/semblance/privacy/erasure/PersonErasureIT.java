package org.semblance.privacy.erasure;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.gallery.search.GalleryRows;
import org.semblance.gallery.search.NearestQuery;
import org.semblance.jobs.JobRunId;
import org.semblance.personaldata.PersonalData;
import org.semblance.personaldata.PersonalTable;
import org.semblance.personaldata.Subject;
import org.semblance.vision.Bitmap;
import org.semblance.vision.Photo;
import org.semblance.vision.photo.ImageIoPhotoDecoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.semblance.privacy.erasure.ErasureWorld.ANNA;

/** Somebody with something in every table and store is erased from all of them, whatever happens in between. */
class PersonErasureIT {
    private static ErasureWorld world;
    private static Traces traces;
    private static GalleryRows rows;

    @BeforeAll
    static void open() {
        world = new ErasureWorld();
        rows = new GalleryRows(world.app);
        traces = new Traces(world);
        traces.useRareNumbers();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void nothing_is_left_in_any_table_or_store() {
        var ada = new Somebody(world);
        assertThat(traces.find(ada.traces)).hasSizeGreaterThan(20);

        Erasure erasure = world.requests.request(ada.alias, ANNA);
        Erasure.State state = world.eraser().erase(erasure.id(), world.execution());

        assertThat(state).isEqualTo(Erasure.State.DONE);
        assertThat(traces.find(ada.traces)).isEmpty();
        assertThat(world.images.files.keySet()).extracting(key -> key.value()).doesNotContainAnyElementsOf(ada.traces);
        assertThat(world.embeddings
                        .nearestFaces(NearestQuery.of(ada.gallery, ada.embedding, 10))
                        .found())
                .extracting(near -> near.face())
                .containsExactlyInAnyOrder(ada.ofBystander, ada.unknown);
        assertThat(world.audit.actions()).contains("person.erasure-requested", "erasure.done");
    }

    @Test
    void the_report_tells_what_was_erased_and_how_it_was_verified() {
        var ada = new Somebody(world);

        Erasure erasure = erased(ada);
        JsonObject report = report(erasure);

        assertThat(erasure.person()).isNull();
        assertThat(report.getString("subject")).isEqualTo(erasure.pseudonym().toString());
        assertThat(counts(report))
                .containsEntry("person", 2)
                .containsEntry("face", 2)
                .containsEntry("embedding", 2)
                .containsEntry("person_change", 2)
                .containsEntry("face_rejection", 2)
                .containsEntry("legal_hold", 1)
                .containsEntry("consent", 1)
                .containsEntry("image", 4)
                .containsEntry("cluster_proposal", 1)
                .containsEntry("cluster_face", 1)
                .containsEntry("face_neighbours", 1)
                .containsEntry("embedding_skip", 1)
                .containsEntry("idempotent_request", 3)
                .containsEntry("job_item_failure", 1)
                .containsEntry("job_place", 1);
        JsonObject verification = report.getJsonObject("verification");
        assertThat(verification.getJsonObject("searches").getInt("probes")).isEqualTo(2);
        assertThat(verification.getJsonObject("searches").getInt("found")).isZero();
        assertThat(verification.getJsonObject("files").getInt("looked_for")).isEqualTo(4);
        assertThat(report.getJsonArray("kept")).hasSizeGreaterThan(2);
        assertThat(world.requests.report(erasure.id()).signature()).startsWith(ErasureReports.TYPE);
        assertThat(report.toString()).doesNotContain(ada.name, ada.person.toString());
    }

    @Test
    void whoever_else_is_on_a_picture_keeps_it_with_the_erased_face_covered() {
        var ada = new Somebody(world);

        erased(ada);

        List<String> kept = pictureOf(ada.ofBystander.value());
        assertThat(kept).hasSize(1).doesNotContain(ada.shared.value());
        Bitmap picture = decoded(kept.get(0));
        assertThat(brightness(picture, 30, 80)).isGreaterThan(240);
        assertThat(brightness(picture, 140, 80)).isBetween(120, 136);
        assertThat(rows.one("SELECT count(*) FROM embedding WHERE face_id = ?", ada.ofBystander.value()))
                .isEqualTo(1);
        assertThat(rows.one("SELECT cardinality(others) FROM face_neighbours WHERE face_id = ?", ada.unknown.value()))
                .isEqualTo(1);
        assertThat(rows.one("SELECT cardinality(faces) FROM person_change WHERE person_id = ?", ada.bystander.value()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_death_at_any_step_is_followed_by_the_same_end(boolean isBefore) {
        Map<String, Integer> undisturbed = counts(report(erased(new Somebody(world))));

        for (PersonalData context : world.contexts()) {
            var ada = new Somebody(world);
            Erasure erasure = world.requests.request(ada.person, ANNA);
            JobRunId execution = world.execution();
            var dying =
                    world.eraser(data -> data.context().equals(context.context()) ? new Dying(data, isBefore) : data);
            assertThatThrownBy(() -> dying.erase(erasure.id(), execution)).hasMessage("killed");

            assertThat(world.eraser().erase(erasure.id(), world.execution()))
                    .as("another run, while the first may live")
                    .isEqualTo(Erasure.State.RUNNING);
            world.time.pass(ErasureRequests.PATIENCE.plusSeconds(1));
            assertThat(world.requests.takeDue(10)).extracting(Erasure::id).containsExactly(erasure.id());
            assertThat(world.eraser().erase(erasure.id(), world.execution())).isEqualTo(Erasure.State.DONE);

            assertThat(traces.find(ada.traces)).as(context.context()).isEmpty();
            assertThat(world.images.files.keySet())
                    .extracting(key -> key.value())
                    .doesNotContainAnyElementsOf(ada.traces);
            assertThat(counts(report(world.requests.require(erasure.id())))).isEqualTo(undisturbed);
        }
    }

    @Test
    void an_erasure_that_leaves_something_behind_fails_and_says_what() {
        var ada = new Somebody(world);
        Erasure erasure = world.requests.request(ada.person, ANNA);
        var forgetful = world.eraser(data -> data.context().equals("jobs") ? new Idle(data) : data);
        JobRunId execution = world.execution();

        assertThatThrownBy(() -> forgetful.erase(erasure.id(), execution)).hasMessageContaining("job_item_failure");

        world.progress(world.inventory(data -> data)).fail(erasure.id(), execution, "not complete");
        assertThat(world.requests.require(erasure.id()).state()).isEqualTo(Erasure.State.FAILED);
        world.requests.retry(erasure.id(), ANNA);
        assertThat(world.requests.takeDue(10)).extracting(Erasure::id).containsExactly(erasure.id());
        rows.run("DELETE FROM job_item_failure WHERE item = ?", ada.externalId + "/1.jpg");
        rows.run("UPDATE job_place SET place = NULL");
        assertThat(world.eraser().erase(erasure.id(), world.execution())).isEqualTo(Erasure.State.DONE);
    }

    private static Erasure erased(Somebody somebody) {
        Erasure erasure = world.requests.request(somebody.person, ANNA);
        world.eraser().erase(erasure.id(), world.execution());
        return world.requests.require(erasure.id());
    }

    private static JsonObject report(Erasure erasure) {
        try (var reader = Json.createReader(
                new StringReader(world.requests.report(erasure.id()).json()))) {
            return reader.readObject();
        }
    }

    private static Map<String, Integer> counts(JsonObject report) {
        var counts = new TreeMap<String, Integer>();
        report.getJsonArray("erased").getValuesAs(JsonObject.class).forEach(step -> {
            JsonObject found = step.getJsonObject("rows");
            found.keySet().forEach(table -> counts.put(table, found.getInt(table)));
        });
        return counts;
    }

    private static List<String> pictureOf(long face) {
        List<String> found = new ArrayList<>();
        world.images.files.keySet().stream()
                .map(key -> key.value())
                .filter(key -> rows.one(
                                "SELECT count(*) FROM face JOIN image ON image.id = image_id WHERE face.id = ? AND key = ?",
                                face,
                                key)
                        > 0)
                .forEach(found::add);
        return found;
    }

    private static Bitmap decoded(String key) {
        byte[] bytes = world.images.get(new org.semblance.storage.ImageKey(key));
        return new ImageIoPhotoDecoder(1 << 24, 1 << 24, 1 << 28).decode(Photo.of(bytes));
    }

    private static int brightness(Bitmap picture, int x, int y) {
        return picture.rgb()[3 * (y * picture.width() + x)] & 0xff;
    }

    /** Is killed before or after its work. */
    private record Dying(PersonalData data, boolean isBefore) implements PersonalData {
        @Override
        public String context() {
            return data.context();
        }

        @Override
        public List<PersonalTable> tables() {
            return data.tables();
        }

        @Override
        public boolean isLast() {
            return data.isLast();
        }

        @Override
        public void erase(Subject subject) {
            if (!isBefore) {
                data.erase(subject);
            }
            throw new IllegalStateException("killed");
        }
    }

    /** Does nothing. */
    private record Idle(PersonalData data) implements PersonalData {
        @Override
        public String context() {
            return data.context();
        }

        @Override
        public List<PersonalTable> tables() {
            return data.tables();
        }

        @Override
        public void erase(Subject subject) {
            // Forgets to.
        }
    }
}
