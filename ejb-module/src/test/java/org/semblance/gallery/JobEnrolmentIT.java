package org.semblance.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.audit.Actor;
import org.semblance.gallery.Enrolment.Found;
import org.semblance.gallery.JobEnrolment.Portrait;
import org.semblance.jobs.JobItemFailures;
import org.semblance.jobs.JobQueue;
import org.semblance.jobs.JobRunId;
import org.semblance.jobs.JobRuns;
import org.semblance.jobs.QueuedRun;
import org.semblance.jobs.RunLedger;
import org.semblance.jobs.RunPart;
import org.semblance.jobs.TakenRun;
import org.semblance.jobs.Tally;
import org.semblance.platform.Statements;
import org.semblance.vision.Photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Enrolment a chunk at a time, as the job does it, cut short wherever a machine can die. */
class JobEnrolmentIT {
    private static final Actor JOB = Actor.job("enroll-persons");
    private static final UUID NODE = UUID.randomUUID();
    private static final int CHUNK = 4;
    private static final List<Item> ITEMS = IntStream.range(0, 14)
            .mapToObj(i -> new Item("%03d".formatted(i), "person-" + i / 4, i == 9 ? 8 : i))
            .toList();

    private static GalleryStores stores;
    private static People people;

    private final KeptImages images = new KeptImages();
    private JobEnrolment enrolment;
    private JobQueue queue;
    private RunLedger ledger;

    /** Two items of the same look are the same photo twice. */
    private record Item(String key, String person, int look) {}

    /** The machine has died: nothing that comes after happens, and nothing is cleaned up. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    @BeforeAll
    static void open() {
        stores = new GalleryStores();
        people = new People(stores);
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @BeforeEach
    void prepare() {
        var enrolling = new Enrolment(new MadeUpAnalysis(), images, stores.galleries, stores.faces);
        enrolment = new JobEnrolment(enrolling, stores.galleries, stores.persons);
        queue = new JobQueue(stores.database.app());
        ledger = new RunLedger(stores.current());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 6, 9, 12, 16})
    void a_run_that_dies_anywhere_ends_as_an_undisturbed_one(int steps) {
        var undisturbed = people.gallery("undisturbed-" + steps);
        var disturbed = people.gallery("disturbed-" + steps);
        JobRunId expected = add();
        attempt(take(), undisturbed, Integer.MAX_VALUE);

        JobRunId run = add();
        assertThatThrownBy(() -> attempt(take(), disturbed, steps)).isInstanceOf(Death.class);
        putUpAgain(run);
        assertThatThrownBy(() -> attempt(take(), disturbed, 2)).isInstanceOf(Death.class);
        putUpAgain(run);
        attempt(take(), disturbed, Integer.MAX_VALUE);

        assertThat(facesByPerson(disturbed))
                .isEqualTo(facesByPerson(undisturbed))
                .hasSize(4);
        assertThat(counts(run)).isEqualTo(counts(expected)).containsEntry("faces-enrolled", 13L);
        assertThat(keysOf(disturbed)).hasSize(26).isSubsetOf(keptKeys());
    }

    @Test
    void a_second_run_over_the_same_pictures_enrolls_nothing() {
        var gallery = people.gallery("twice");
        add();
        attempt(take(), gallery, Integer.MAX_VALUE);

        JobRunId second = add();
        attempt(take(), gallery, Integer.MAX_VALUE);

        assertThat(counts(second)).isEqualTo(Map.of("faces-skipped", 14L));
        assertThat(keysOf(gallery)).hasSize(26);
    }

    @Test
    void refuses_pictures_of_a_deleted_person() {
        var gallery = people.gallery("deleted");
        PersonId gone = people.person(gallery, new NewPerson("Ada", "ada"));
        stores.run(() -> stores.removals.delete(gone, Actor.user("anna")));

        assertThatThrownBy(() -> stores.in(() -> enrolment.leastQuality(gallery, new NewPerson("Ada", "ada"))))
                .isInstanceOf(PersonDeletedException.class);
    }

    @Test
    void knows_what_a_run_refused() {
        JobRunId run = add();
        var failures = new JobItemFailures(stores.database.app());
        failures.add(run, "Ada/1.jpg", new NoFaceException());
        failures.add(run, "Ada/2.jpg", new NoFaceException());

        assertThat(failures.items(run)).containsExactlyInAnyOrder("Ada/1.jpg", "Ada/2.jpg");
        take();
    }

    /** One attempt, with a machine that dies after so many steps: before an enrolment, or before the commit. */
    private void attempt(TakenRun run, GalleryName gallery, int steps) {
        int[] left = {steps};
        var part = new RunPart(run.id(), run.attempt(), "enroll", 0);
        var place = stores.in(() -> ledger.place(part));
        if (place.isEmpty()) {
            stores.run(() -> ledger.begin(part, ITEMS.size()));
        }
        var unread = ITEMS.stream()
                .filter(item -> item.key().compareTo(place.orElse("")) > 0)
                .toList();
        for (int from = 0; from < unread.size(); from += CHUNK) {
            var chunk = unread.subList(from, Math.min(from + CHUNK, unread.size()));
            stores.run(() -> write(part, gallery, chunk, left));
        }
    }

    private void write(RunPart part, GalleryName gallery, List<Item> chunk, int[] left) {
        List<NewPerson> persons = new ArrayList<>();
        List<Found> found = new ArrayList<>();
        for (Item item : chunk) {
            die(left);
            var person = new NewPerson(item.person(), item.person());
            double leastQuality = enrolment.leastQuality(gallery, person);
            persons.add(person);
            found.add(enrolment.examine(leastQuality, photo(item.look())));
        }
        var candidates = enrolment.embed(found);
        var portraits = IntStream.range(0, chunk.size())
                .mapToObj(i -> new Portrait(persons.get(i), candidates.get(i)))
                .toList();
        var tally = Tally.NOTHING;
        for (JobEnrolment.Outcome outcome : enrolment.enroll(gallery, portraits, JOB)) {
            tally = tally.accepted()
                    .with("persons-created", outcome.isNewPerson() ? 1 : 0)
                    .with(outcome.isNewFace() ? "faces-enrolled" : "faces-skipped", 1);
        }
        ledger.keep(part, chunk.get(chunk.size() - 1).key(), tally);
        die(left);
    }

    private static void die(int[] left) {
        if (left[0]-- == 0) {
            throw new Death();
        }
    }

    private JobRunId add() {
        return queue.add(new QueuedRun("enroll-persons", Map.of(), null, JOB));
    }

    private TakenRun take() {
        return queue.take(NODE, "node").orElseThrow();
    }

    private void putUpAgain(JobRunId run) {
        new Statements(stores.database.app())
                .change("UPDATE semblance.job_run SET state = 'queued', node_id = NULL WHERE id = ?", run.value());
    }

    private static Photo photo(int look) {
        return MadeUpAnalysis.photo(look);
    }

    private static List<String> facesByPerson(GalleryName gallery) {
        return rows("""
                SELECT p.external_id || ' ' || string_agg(encode(i.sha256, 'hex') || e.vector::text, ' ' ORDER BY i.sha256)
                  FROM person p JOIN face f ON f.person_id = p.id JOIN image i ON i.id = f.image_id
                  JOIN embedding e ON e.face_id = f.id JOIN gallery g ON g.id = p.gallery_id
                 WHERE g.name = ? GROUP BY p.external_id ORDER BY p.external_id
                """, gallery);
    }

    private static List<String> keysOf(GalleryName gallery) {
        return rows("""
                SELECT i.key FROM image i JOIN face f ON i.id IN (f.image_id, f.crop_image_id)
                  JOIN gallery g ON g.id = f.gallery_id WHERE g.name = ?
                """, gallery);
    }

    private static List<String> rows(String sql, GalleryName gallery) {
        return new Statements(stores.database.app()).list(sql, row -> row.getString(1), gallery.value());
    }

    private Set<String> keptKeys() {
        return Set.copyOf(images.bytes.keySet().stream().map(key -> key.value()).toList());
    }

    private static Map<String, Long> counts(JobRunId run) {
        return new JobRuns(stores.database.app()).require(run).counts();
    }
}
