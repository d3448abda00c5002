package org.semblance.webhook;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.TestTransaction;
import org.semblance.platform.Statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is written when something happens, as the application's own database role. */
class WebhookOutboxIT {
    private static final String URL = "https://receiver.example/";

    @TempDir
    Path directory;

    private WebhookWorld world;
    private long staff;

    @BeforeEach
    void open() {
        world = new WebhookWorld(directory);
        staff = world.gallery("staff");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void nothing_is_written_for_nobody() {
        world.subscribe(new NewWebhook("other type", URL, List.of("person.merged"), List.of()));
        world.subscribe(new NewWebhook("other gallery", URL, List.of("person.purged"), List.of("visitors")));

        world.happen(staff, 4711);

        assertThat(world.rows("SELECT id FROM webhook_event")).isEmpty();
        assertThat(world.states()).isEmpty();
    }

    @Test
    void one_event_goes_to_each_who_wants_it() {
        world.subscribe("all galleries", URL);
        world.subscribe(new NewWebhook("staff", URL, List.of("person.purged", "person.merged"), List.of("staff")));

        world.happen(staff, 4711);

        assertThat(world.rows("SELECT type || ' ' || gallery || ' ' || data FROM webhook_event"))
                .containsExactly("person.purged staff {\"person\":4711}");
        assertThat(world.states()).containsExactly("pending", "pending");
    }

    @Test
    void what_is_rolled_back_is_told_to_nobody() {
        world.subscribe("all", URL);

        assertThatThrownBy(() -> TestTransaction.in(world.database.app(), it -> {
                    new WebhookOutbox(it, Clock.systemUTC()).announce(WebhookWorld.PURGED.in(staff));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        assertThat(world.rows("SELECT id FROM webhook_event")).isEmpty();
    }

    @Test
    void a_gallery_that_goes_in_the_same_transaction_is_still_named() {
        world.subscribe(new NewWebhook("staff", URL, List.of("person.purged"), List.of("staff")));

        TestTransaction.in(world.database.app(), it -> {
            new WebhookOutbox(it, Clock.systemUTC()).announce(WebhookWorld.PURGED.in(staff));
            try (var connection = it.getConnection()) {
                return Statements.change(connection, "DELETE FROM gallery WHERE id = ?", staff);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(world.rows("SELECT gallery FROM webhook_event")).containsExactly("staff");
    }

    @Test
    void a_change_does_not_fail_because_a_subscription_is_just_being_deleted() throws Exception {
        var id = world.subscribe("short-lived", URL);
        var isDeleted = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        var other = Executors.newSingleThreadExecutor();
        var deleting = other.submit(() -> TestTransaction.in(world.database.app(), it -> {
            world.store(it).remove(id);
            isDeleted.countDown();
            await(mayCommit);
            return true;
        }));
        isDeleted.await();

        world.happen(staff, 4711);
        mayCommit.countDown();
        deleting.get();
        other.shutdown();

        assertThat(world.states()).isEmpty();
    }

    @Test
    void a_later_event_about_the_same_thing_has_a_higher_number() {
        world.subscribe("all", URL);

        world.happen(staff, 1);
        world.happen(staff, 1);

        assertThat(world.rows("SELECT bool_and(later.id > earlier.id)::text FROM webhook_event AS later"
                        + " JOIN webhook_event AS earlier ON earlier.occurred_at < later.occurred_at"))
                .containsExactly("true");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
