package org.semblance.privacy.erasure;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.LegalHold;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonNotFoundException;
import org.semblance.gallery.search.GalleryRows;
import org.semblance.identity.Scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.semblance.privacy.erasure.ErasureWorld.ANNA;

/** When erasures begin, and what keeps them from it. */
class ErasureRequestsIT {
    private static ErasureWorld world;
    private static GalleryRows rows;

    @BeforeAll
    static void open() {
        world = new ErasureWorld();
        rows = new GalleryRows(world.app);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void a_legal_hold_forbids_it_until_released_and_says_why() {
        PersonId ada = person();
        LegalHold hold = world.holds.place(ada, "Case 4711", null, ANNA);
        Erasure erasure = world.requests.request(ada, ANNA);

        assertThat(world.eraser().erase(erasure.id(), world.execution())).isEqualTo(Erasure.State.HELD);
        assertThat(world.requests.require(erasure.id()).problem()).contains("anna", "until released", "Case 4711");
        assertThat(isThere(ada)).isTrue();
        assertThat(world.requests.takeDue(10)).isEmpty();

        world.holds.release(ada, hold.id(), ANNA);
        assertThat(world.requests.takeDue(10)).extracting(Erasure::id).containsExactly(erasure.id());
        assertThat(world.eraser().erase(erasure.id(), world.execution())).isEqualTo(Erasure.State.DONE);
        assertThat(isThere(ada)).isFalse();
    }

    @Test
    void a_hold_that_comes_in_the_middle_stops_what_is_left() {
        PersonId ada = person();
        Erasure erasure = world.requests.request(ada, ANNA);
        var progress = world.progress(world.inventory(data -> data));
        var execution = world.execution();
        progress.claim(erasure.id(), execution);

        world.holds.place(ada, "Case 4711", Instant.now().plus(Duration.ofDays(1)), ANNA);

        assertThat(progress.isLeft(erasure.id(), execution, "gallery")).isFalse();
        assertThat(world.requests.require(erasure.id()).state()).isEqualTo(Erasure.State.HELD);
        world.time.pass(Duration.ofDays(2));
        assertThat(world.holds.inForce(ada)).isEmpty();
    }

    @Test
    void the_holds_of_all_come_latest_first_and_name_whom_the_caller_may_know() {
        PersonId ada = person();
        rows.one("UPDATE person SET name = 'Ada' WHERE id = ? RETURNING id", ada.value());
        LegalHold first = world.holds.place(ada, "Case 1", null, ANNA);
        LegalHold over = world.holds.place(ada, "Case 2", null, ANNA);
        world.holds.release(ada, over.id(), ANNA);
        LegalHold last = world.holds.place(person(), "Case 3", null, ANNA);

        var page = world.holds.listLatest(false, Scope.EVERYWHERE, last.id().value() + 1, 2);

        assertThat(page.items()).extracting(held -> held.hold().id()).containsExactly(last.id(), first.id());
        assertThat(world.holds
                        .listLatest(true, Scope.EVERYWHERE, last.id().value(), 1)
                        .items())
                .extracting(held -> held.hold().id())
                .containsExactly(over.id());
        assertThat(page.items().get(1).name()).isEqualTo("Ada");
        assertThat(world.holds.listLatest(true, Scope.NOWHERE, 0, 10).items())
                .allSatisfy(held -> assertThat(held.name()).isNull());
    }

    @Test
    void the_latest_come_first_and_an_open_one_is_found_by_the_person() {
        PersonId ada = person();
        PersonId ben = person();
        Erasure first = world.requests.request(ada, ANNA);
        Erasure second = world.requests.request(ben, ANNA);

        var latest = world.requests.listLatest(Optional.empty(), 0, 1);
        var before = world.requests.listLatest(
                Optional.of(Erasure.State.REQUESTED), second.id().value(), 1);

        assertThat(latest.items()).extracting(Erasure::id).containsExactly(second.id());
        assertThat(before.items()).extracting(Erasure::id).containsExactly(first.id());
        assertThat(world.requests.findOpen(ada)).map(Erasure::id).contains(first.id());
        world.eraser().erase(first.id(), world.execution());
        assertThat(world.requests.findOpen(ada)).isEmpty();
    }

    @Test
    void the_database_itself_keeps_who_is_held() {
        PersonId ada = person();
        world.holds.place(ada, "Case 4711", null, ANNA);

        assertThatThrownBy(() -> rows.run("DELETE FROM person WHERE id = ?", ada.value()))
                .hasStackTraceContaining("Person " + ada + " is under legal hold");
        assertThatThrownBy(() -> rows.run("DELETE FROM legal_hold")).hasStackTraceContaining("permission denied");
    }

    @Test
    void one_person_has_one_open_erasure() {
        PersonId ada = person();

        Erasure queued = world.requests.queue(ada, Duration.ofDays(30), ANNA);
        assertThat(world.requests.takeDue(10)).extracting(Erasure::id).doesNotContain(queued.id());
        assertThat(world.eraser().erase(queued.id(), world.execution())).isEqualTo(Erasure.State.REQUESTED);
        Erasure asked = world.requests.request(ada, ANNA);

        assertThat(asked.id()).isEqualTo(queued.id());
        assertThat(asked.dueAt()).isBefore(queued.dueAt());
        assertThat(world.requests
                        .list(Optional.of(Erasure.State.REQUESTED), 0, 200)
                        .items())
                .extracting(Erasure::id)
                .contains(asked.id());
        assertThat(world.eraser().erase(asked.id(), world.execution())).isEqualTo(Erasure.State.DONE);
        assertThatThrownBy(() -> world.requests.request(ada, ANNA)).isInstanceOf(PersonNotFoundException.class);
        assertThatThrownBy(() -> world.requests.retry(asked.id(), ANNA)).isInstanceOf(ErasureEndedException.class);
    }

    @Test
    void what_a_withdrawal_asked_for_is_called_off_by_a_new_consent() {
        PersonId ada = person();
        Erasure queued = world.requests.queue(ada, Duration.ofDays(30), ANNA);

        world.requests.cancel(ada, ANNA);

        assertThat(world.requests.require(queued.id()).state()).isEqualTo(Erasure.State.CANCELLED);
        Erasure again = world.requests.queue(ada, Duration.ofDays(30), ANNA);
        assertThat(again.id()).isNotEqualTo(queued.id());
        assertThatThrownBy(() -> world.requests.report(again.id())).isInstanceOf(ErasureNotDoneException.class);
        assertThatThrownBy(() -> world.requests.require(new ErasureId(0))).isInstanceOf(ErasureNotFoundException.class);
    }

    private static PersonId person() {
        return rows.person(rows.gallery());
    }

    private static boolean isThere(PersonId person) {
        return rows.one("SELECT count(*) FROM person WHERE id = ?", person.value()) == 1;
    }
}
