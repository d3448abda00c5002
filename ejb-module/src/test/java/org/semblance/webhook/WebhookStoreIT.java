package org.semblance.webhook;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.TestTransaction;
import org.semblance.audit.AuditEvent;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.VersionMismatchException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WebhookStoreIT {
    private static final String URL = "https://receiver.example/token-of-the-receiver";

    @TempDir
    Path directory;

    private WebhookWorld world;
    private WebhookId id;

    @BeforeEach
    void open() {
        world = new WebhookWorld(directory);
        id = world.subscribe("doors", URL);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void is_as_it_was_made() {
        Webhook webhook = world.require(id);

        assertThat(webhook.terms()).isEqualTo(new NewWebhook("doors", URL, List.of("person.purged"), List.of()));
        assertThat(webhook.isActive()).isTrue();
        assertThat(webhook.createdBy()).isEqualTo("ada");
        assertThat(world.store(world.database.app()).list()).containsExactly(webhook);
    }

    @Test
    void the_secret_lies_sealed_and_opens_nowhere_else() {
        var other = world.subscribe("other", URL);
        byte[] sealed = java.util.HexFormat.of()
                .parseHex(world.rows("SELECT encode(secret, 'hex') FROM webhook WHERE name = 'doors'")
                        .get(0));

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("whsec_");
        assertThat(world.secrets.open(id, sealed)).isEqualTo("whsec_doors");
        assertThatThrownBy(() -> world.secrets.open(other, sealed)).hasMessageContaining(other.toString());
        assertThat(world.secrets.generate()).hasSize(49).isNotEqualTo(world.secrets.generate());
    }

    @Test
    void changes_what_the_caller_saw_and_nothing_newer() {
        var terms = new NewWebhook("gates", URL, List.of("person.merged"), List.of("staff"));
        Webhook changed = in(store -> store.change(id, terms, true, ExpectedVersion.of(0)));

        assertThat(changed.terms()).isEqualTo(terms);
        assertThat(changed.version()).isEqualTo(1);
        assertThatThrownBy(() -> in(store -> store.change(id, terms, true, ExpectedVersion.of(0))))
                .isInstanceOf(VersionMismatchException.class);
    }

    @Test
    void disabling_cancels_what_is_on_its_way_and_keeps_nothing_until_it_is_enabled() {
        long staff = world.gallery("staff");
        world.happen(staff, 1);

        var terms = world.require(id).terms();
        assertThat(in(store -> store.change(id, terms, false, ExpectedVersion.ANY))
                        .disabled())
                .isEqualTo(Webhook.Disabled.BY_USER);
        world.happen(staff, 2);
        in(store -> store.change(id, terms, true, ExpectedVersion.ANY));
        world.happen(staff, 3);

        assertThat(world.states()).containsExactly("cancelled", "pending");
    }

    @Test
    void the_old_secret_is_in_force_for_a_while_and_then_forgotten() {
        byte[] sealed = world.secrets.seal(id, "whsec_new");
        assertThat(in(store -> store.rotate(id, sealed, Duration.ofHours(1))).oldSecretUntil())
                .isNotNull();

        world.rows("UPDATE webhook SET old_secret_until = now() - interval '1 second'");
        assertThat(world.require(id).oldSecretUntil()).isNull();
        var secrets = new RetiredSecrets(world.database.app());
        assertThat(secrets.count(Instant.now()).rows()).isEqualTo(1);
        assertThat(secrets.purge(Instant.now(), 10).rows()).isEqualTo(1);
        assertThat(secrets.count(Instant.now()).isEmpty()).isTrue();

        assertThat(world.rows("SELECT old_secret IS NULL FROM webhook")).containsExactly("t");
        assertThat(in(store -> store.rotate(id, sealed, Duration.ZERO)).oldSecretUntil())
                .isNull();
    }

    @Test
    void goes_with_its_deliveries() {
        world.happen(world.gallery("staff"), 1);

        in(store -> {
            store.remove(id);
            return true;
        });

        assertThat(world.states()).isEmpty();
        assertThatThrownBy(() -> world.require(id)).isInstanceOf(WebhookNotFoundException.class);
    }

    @Test
    void there_are_a_hundred_at_most() {
        for (int i = 1; i < WebhookStore.MOST; i++) {
            world.subscribe("w" + i, URL);
        }

        assertThatThrownBy(() -> world.subscribe("one more", URL)).isInstanceOf(TooManyWebhooksException.class);
    }

    @Test
    void every_change_is_audited_and_no_address_or_secret_is() {
        in(store -> store.rotate(id, world.secrets.seal(id, "whsec_new"), Duration.ZERO));
        in(store -> store.change(id, world.require(id).terms(), false, ExpectedVersion.ANY));
        in(store -> {
            store.remove(id);
            return true;
        });

        assertThat(world.audited)
                .extracting(AuditEvent::action)
                .containsExactly("webhook.created", "webhook.secret-rotated", "webhook.changed", "webhook.deleted");
        assertThat(world.audited.toString())
                .contains("receiver.example")
                .doesNotContain("whsec_")
                .doesNotContain("token-of-the-receiver");
    }

    @Test
    void what_is_no_id_names_nothing() {
        assertThatThrownBy(() -> WebhookId.of("event")).isInstanceOf(WebhookNotFoundException.class);
        assertThatThrownBy(() -> world.require(new WebhookId(UUID.randomUUID())))
                .isInstanceOf(WebhookNotFoundException.class);
    }

    private <T> T in(Function<WebhookStore, T> work) {
        return TestTransaction.in(world.database.app(), it -> work.apply(world.store(it)));
    }
}
