package org.semblance.identity.keys;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.Scope;
import org.semblance.identity.SessionProof;
import org.semblance.identity.SignedInUser;
import org.semblance.identity.StepUpRequiredException;
import org.semblance.platform.InvalidInputException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.semblance.identity.keys.KeyWorld.ADA;
import static org.semblance.identity.keys.KeyWorld.BOB;
import static org.semblance.identity.keys.KeyWorld.NOON;
import static org.semblance.identity.keys.KeyWorld.wanted;
import static org.semblance.identity.keys.KeyWorld.wantedIn;

/** Making and looking after keys against the migrated schema, as the application's own database role. */
class ApiKeyServiceIT {
    private KeyWorld world;
    private ApiKeyService service;

    @BeforeEach
    void open() {
        world = new KeyWorld();
        service = world.service();
        world.signedIn(ADA);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_key_is_told_once_and_kept_as_a_hash() {
        MadeApiKey made = service.create(wanted("search:run", "person:read"));

        assertThat(made.summary().owner().username()).isEqualTo("ada");
        assertThat(made.summary().permissions()).containsExactly("person:read", "search:run");
        assertThat(made.summary().galleries()).isEmpty();
        assertThat(made.summary().life().expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(90)));
        assertThat(made.toString()).doesNotContain(made.text());
        assertThat(world.audit.actions()).containsExactly("api-key.created");
        assertThat(world.audit.events.toString()).doesNotContain(made.text().substring(13));
        String secret = made.text().substring(13, 56);
        assertThat(world.number("SELECT count(*) FROM api_key WHERE api_key::text LIKE '%" + secret + "%'"))
                .isZero();
        assertThat(world.number("SELECT count(*) FROM api_key WHERE secret_sha256 = sha256('" + secret + "')"))
                .isEqualTo(1);
    }

    @Test
    void whoever_has_not_proved_their_password_lately_makes_no_key() {
        var proof = new SessionProof(new UUID(0, 9), NOON.minus(Duration.ofMinutes(6)));
        CurrentUser.begin(new SignedInUser(ADA, "ada", "Ada", Map.of("search:run", Scope.EVERYWHERE), proof));

        assertThatThrownBy(() -> service.create(wanted("search:run"))).isInstanceOf(StepUpRequiredException.class);
    }

    @Test
    void nobody_gives_a_key_what_they_do_not_have() {
        world.signedIn(BOB);

        assertThatThrownBy(() -> service.create(wanted("audit:read"))).isInstanceOf(ApiKeyTooWideException.class);
        assertThatThrownBy(() -> service.create(wantedIn("staff", "person:enroll", "job:manage")))
                .isInstanceOf(ApiKeyTooWideException.class)
                .hasMessageContaining("job:manage");
        assertThat(service.create(wantedIn("staff", "person:enroll")).summary().galleries())
                .contains(java.util.List.of("staff"));
    }

    @Test
    void a_gallery_of_others_is_not_there() {
        world.signedIn(BOB);

        assertThatThrownBy(() -> service.create(wantedIn("guests", "person:enroll")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("There is no gallery 'guests'");
        assertThatThrownBy(() -> service.create(wantedIn("nowhere", "person:enroll")))
                .hasMessage("There is no gallery 'nowhere'");
    }

    @Test
    void no_key_makes_keys() {
        assertThatThrownBy(() -> wanted("apikey:create")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> wanted("apikey:manage")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void refuses_what_makes_no_sense() {
        assertThatThrownBy(() -> wanted()).hasMessageContaining("at least one permission");
        assertThatThrownBy(() -> wanted("fly:high")).hasMessage("There is no permission 'fly:high'");
        assertThatThrownBy(() -> new KeyName(" ")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new KeyLimits(0, null)).hasMessageContaining("units_per_minute");
        assertThatThrownBy(() -> new KeyLimits(null, 0L)).hasMessageContaining("units_per_day");
    }

    @Test
    void no_key_lives_for_ever() {
        var made = service.create(wanted("search:run")).summary();

        assertThatThrownBy(() -> service.change(
                        made.id(), new ApiKeyPatch(Optional.empty(), Optional.of(NOON.plus(Duration.ofDays(367))))))
                .hasMessageContaining("at most 366 days");
        assertThatThrownBy(() -> service.change(made.id(), new ApiKeyPatch(Optional.empty(), Optional.of(NOON))))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void changes_name_and_expiry_and_leaves_the_rest() {
        var made = service.create(wanted("search:run")).summary();

        var renamed = service.change(made.id(), new ApiKeyPatch(Optional.of(new KeyName("Gate 2")), Optional.empty()));
        var shortened = service.change(
                made.id(), new ApiKeyPatch(Optional.empty(), Optional.of(NOON.plus(Duration.ofDays(1)))));

        assertThat(renamed.name()).isEqualTo("Gate 2");
        assertThat(renamed.life()).isEqualTo(made.life());
        assertThat(shortened.name()).isEqualTo("Gate 2");
        assertThat(shortened.state(NOON.plus(Duration.ofDays(2)))).isEqualTo("expired");
        assertThat(world.audit.actions()).containsExactly("api-key.created", "api-key.changed", "api-key.changed");
    }

    @Test
    void anothers_key_is_not_there_except_for_who_looks_after_all() {
        long adas = service.create(wanted("search:run")).summary().id();
        world.signedIn(BOB);
        long bobs = service.create(wantedIn("staff", "person:enroll")).summary().id();

        assertThatThrownBy(() -> service.require(adas)).isInstanceOf(ApiKeyNotFoundException.class);
        assertThatThrownBy(() -> service.revoke(adas)).isInstanceOf(ApiKeyNotFoundException.class);
        assertThatThrownBy(() -> service.change(adas, new ApiKeyPatch(Optional.empty(), Optional.empty())))
                .isInstanceOf(ApiKeyNotFoundException.class);
        assertThat(service.listOwn(0, 50).items()).extracting(ApiKeySummary::id).containsExactly(bobs);
        world.signedIn(ADA);
        assertThat(service.require(bobs).owner().username()).isEqualTo("bob");
        assertThat(service.listOwn(0, 50).items()).extracting(ApiKeySummary::id).containsExactly(adas);
        assertThat(service.listAll(0, 1).items()).extracting(ApiKeySummary::id).containsExactly(adas);
        assertThat(service.listAll(adas, 1).items())
                .extracting(ApiKeySummary::id)
                .containsExactly(bobs);
    }

    @Test
    void revoking_twice_is_revoking() {
        long id = service.create(wanted("search:run")).summary().id();

        service.revoke(id);
        service.revoke(id);

        assertThat(service.require(id).state(NOON)).isEqualTo("revoked");
        assertThat(world.audit.actions()).containsExactly("api-key.created", "api-key.revoked");
    }

    @Test
    void there_are_so_many_keys_that_count_and_no_more() {
        for (int i = 0; i < 3; i++) {
            service.create(wanted("search:run"));
        }

        assertThatThrownBy(() -> service.create(wanted("search:run"))).isInstanceOf(TooManyApiKeysException.class);
        service.revoke(service.listOwn(0, 1).items().get(0).id());
        assertThat(service.create(wanted("search:run")).text()).startsWith("smb_");
    }

    @Test
    void only_who_looks_after_keys_gives_one_more_than_the_usual_rate() {
        var generous = new NewApiKey(
                new KeyName("Generous"),
                Set.of("person:read"),
                Optional.of(Set.of("staff")),
                Optional.empty(),
                new KeyLimits(6000, 1000L));

        assertThat(service.create(generous).summary().limits()).isEqualTo(new KeyLimits(6000, 1000L));
        world.signedIn(BOB);
        assertThatThrownBy(() -> service.create(generous))
                .isInstanceOf(ApiKeyTooWideException.class)
                .hasMessageContaining("limits");
    }
}
