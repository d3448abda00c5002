package org.semblance.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.database.MigratedDatabase;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonSubjects;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.gallery.search.GalleryRows;
import org.semblance.gallery.search.NearestQuery;
import org.semblance.gallery.search.PgvectorEmbeddingStore;
import org.semblance.platform.InvalidInputException;
import org.semblance.privacy.Consent.State;
import org.semblance.privacy.NewConsent.Evidence;
import org.semblance.privacy.erasure.ErasureRequests;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who has withdrawn, or never agreed where that is required, is found by no search from that moment on. */
class ConsentIT {
    private static final Actor ANNA = Actor.user("anna");
    private static final ModelId MODEL = new ModelId("test/embedder");
    private static final Random RANDOM = new Random(17);

    private static MigratedDatabase database;
    private static DataSource app;
    private static GalleryRows rows;
    private static EmbeddingStore embeddings;

    @BeforeAll
    static void open() {
        database = MigratedDatabase.fresh();
        app = database.app();
        rows = new GalleryRows(app);
        embeddings = new PgvectorEmbeddingStore(app);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void a_withdrawal_suspends_at_once_and_a_new_consent_readmits() {
        long gallery = rows.gallery();
        PersonId ada = rows.person(gallery);
        Embedding look = enrolled(gallery, ada);
        assertThat(isFound(gallery, look)).isTrue();

        say(ada, State.WITHDRAWN, null);
        assertThat(isFound(gallery, look)).isFalse();
        assertThat(embeddings.nearestOf(ada, look)).isEmpty();
        assertThat(store(Optional.empty()).suspendedAt(ada)).isPresent();

        say(ada, State.GRANTED, null);
        assertThat(isFound(gallery, look)).isTrue();
        assertThat(store(Optional.empty()).suspendedAt(ada)).isEmpty();
        assertThat(store(Optional.empty()).list(ada, 0, 10).items())
                .extracting(consent -> consent.said().state())
                .containsExactly(State.WITHDRAWN, State.GRANTED);
    }

    @Test
    void where_consent_is_required_nobody_is_matched_without() {
        long gallery = rows.gallery();
        PersonId ada = rows.person(gallery);
        PersonId bob = rows.person(gallery);
        Embedding ofAda = enrolled(gallery, ada);
        Embedding ofBob = enrolled(gallery, bob);
        say(bob, State.GRANTED, null);

        require(gallery, true);
        PersonId newcomer = rows.person(gallery);
        Embedding ofNewcomer = enrolled(gallery, newcomer);

        assertThat(List.of(isFound(gallery, ofAda), isFound(gallery, ofBob), isFound(gallery, ofNewcomer)))
                .containsExactly(false, true, false);
        say(newcomer, State.GRANTED, null);
        assertThat(isFound(gallery, ofNewcomer)).isTrue();
        require(gallery, false);
        assertThat(isFound(gallery, ofAda)).isTrue();
    }

    @Test
    void a_face_that_is_enrolled_while_suspended_is_not_found_either() {
        long gallery = rows.gallery();
        PersonId ada = rows.person(gallery);
        say(ada, State.WITHDRAWN, null);

        Embedding look = enrolled(gallery, ada);

        assertThat(isFound(gallery, look)).isFalse();
    }

    @Test
    void the_last_word_counts_not_the_last_record() {
        long gallery = rows.gallery();
        PersonId ada = rows.person(gallery);
        Embedding look = enrolled(gallery, ada);
        say(ada, State.WITHDRAWN, null);

        say(ada, State.GRANTED, Instant.now().minus(Duration.ofDays(365)));

        assertThat(isFound(gallery, look)).isFalse();
        assertThatThrownBy(() -> say(ada, State.GRANTED, Instant.now().plus(Duration.ofHours(1))))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void another_purpose_has_nothing_to_do_with_matching() {
        long gallery = rows.gallery();
        PersonId ada = rows.person(gallery);
        Embedding look = enrolled(gallery, ada);

        store(Optional.empty()).add(ada, consent("newsletter", State.WITHDRAWN, null), ANNA);

        assertThat(isFound(gallery, look)).isTrue();
    }

    @Test
    void merged_persons_have_one_word_and_a_split_takes_it_along() {
        long gallery = rows.gallery();
        PersonId ada = rows.person(gallery);
        PersonId other = rows.person(gallery);
        Embedding look = enrolled(gallery, ada);
        say(other, State.WITHDRAWN, null);

        rows.run("UPDATE person SET merged_into = ? WHERE id = ?", ada.value(), other.value());
        assertThat(isFound(gallery, look)).isFalse();
        PersonId part = rows.person(gallery);
        rows.run(
                "INSERT INTO person_change (gallery_id, kind, person_id, other_id, faces, before, actor, changed_at) VALUES (?, 'split', ?, ?, '{}', '{}', 'anna', now())",
                gallery,
                ada.value(),
                part.value());
        assertThat(store(Optional.empty()).suspendedAt(part)).isPresent();

        rows.run("UPDATE person SET merged_into = NULL WHERE id = ?", other.value());
        assertThat(isFound(gallery, look)).isTrue();
        assertThat(store(Optional.empty()).suspendedAt(other)).isPresent();
    }

    @Test
    void a_face_follows_the_consent_of_whom_it_goes_to() {
        long gallery = rows.gallery();
        PersonId ada = rows.person(gallery);
        PersonId bob = rows.person(gallery);
        Embedding look = enrolled(gallery, ada);
        say(bob, State.WITHDRAWN, null);

        rows.run("UPDATE face SET person_id = ? WHERE person_id = ?", bob.value(), ada.value());
        assertThat(isFound(gallery, look)).isFalse();
        rows.run("UPDATE face SET person_id = ? WHERE person_id = ?", ada.value(), bob.value());
        assertThat(isFound(gallery, look)).isTrue();
    }

    @Test
    void open_proposals_name_nobody_who_has_withdrawn() {
        long gallery = rows.gallery();
        PersonId ada = rows.person(gallery);
        long run = rows.one(
                "INSERT INTO cluster_run (gallery_id, model, similarity, margin, min_faces, started_by) VALUES (?, 'x', 0.4, 0.05, 2, 'anna') RETURNING id",
                gallery);
        rows.run(
                "INSERT INTO cluster_proposal (run_id, gallery_id, person_id, confidence) VALUES (?, ?, ?, 0.9)",
                run,
                gallery,
                ada.value());

        say(ada, State.WITHDRAWN, null);

        assertThat(rows.one(
                        "SELECT count(*) FROM cluster_proposal WHERE person_id = ? AND state = 'open'", ada.value()))
                .isZero();
    }

    @Test
    void a_withdrawal_may_ask_for_an_erasure_which_a_new_consent_calls_off() {
        PersonId ada = rows.person(rows.gallery());
        var store = store(Optional.of(Duration.ofDays(30)));

        store.add(ada, consent(NewConsent.RECOGNITION, State.WITHDRAWN, null), ANNA);
        assertThat(erasures(ada, "requested")).isEqualTo(1);
        store.add(ada, consent(NewConsent.RECOGNITION, State.GRANTED, null), ANNA);
        assertThat(erasures(ada, "requested")).isZero();
        assertThat(erasures(ada, "cancelled")).isEqualTo(1);
    }

    @Test
    void what_was_recorded_is_never_changed() {
        PersonId ada = rows.person(rows.gallery());
        say(ada, State.GRANTED, null);

        assertThatThrownBy(() -> rows.run("UPDATE consent SET state = 'withdrawn'"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> rows.run("DELETE FROM consent")).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> new GalleryRows(database.owner()).run("UPDATE consent SET state = 'withdrawn'"))
                .hasStackTraceContaining("append-only");
    }

    private static void say(PersonId person, State state, @Nullable Instant when) {
        store(Optional.empty()).add(person, consent(NewConsent.RECOGNITION, state, when), ANNA);
    }

    private static NewConsent consent(String purpose, State state, @Nullable Instant when) {
        return new NewConsent(
                purpose, state, "2026-1", "de-AT", "paper", new Evidence("folder 7", "ab".repeat(32)), when);
    }

    private static ConsentStore store(Optional<Duration> eraseAfter) {
        var subjects = new PersonSubjects(app);
        var audit = new NoAudit();
        var requests = connected(new ErasureRequests(subjects, audit, Clock.systemUTC()));
        return connected(
                new ConsentStore(subjects, requests, new PrivacySettings(eraseAfter), audit, Clock.systemUTC()));
    }

    /** As the container injects its data source. */
    private static <T> T connected(T bean) {
        try {
            var field = bean.getClass().getDeclaredField("database");
            field.setAccessible(true);
            field.set(bean, app);
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void require(long gallery, boolean consent) {
        rows.run("UPDATE gallery SET consent_required = ? WHERE id = ?", consent, gallery);
    }

    private static Embedding enrolled(long gallery, PersonId person) {
        float[] values = new float[512];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) RANDOM.nextGaussian();
        }
        var look = Embedding.of(MODEL, values);
        FaceId face = rows.face(gallery, person);
        embeddings.add(face, look);
        return look;
    }

    private static boolean isFound(long gallery, Embedding look) {
        return embeddings.nearestFaces(NearestQuery.of(gallery, look, 5)).found().stream()
                .anyMatch(near -> near.similarity() > 0.9);
    }

    private static long erasures(PersonId person, String state) {
        return rows.one("SELECT count(*) FROM erasure WHERE person_id = ? AND state = ?", person.value(), state);
    }

    private static final class NoAudit implements AuditLog {
        @Override
        public void record(AuditEvent event) {
            // Nobody asks.
        }

        @Override
        public void record(Actor actor, AuditEvent event) {
            // Nobody asks.
        }
    }
}
