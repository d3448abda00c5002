package org.semblance.identity.keys;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.semblance.identity.AccessUnknownException;
import org.semblance.identity.Scope;
import org.semblance.identity.limits.Allowance;
import org.semblance.platform.Permissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.semblance.identity.keys.KeyWorld.ADA;
import static org.semblance.identity.keys.KeyWorld.BOB;
import static org.semblance.identity.keys.KeyWorld.wanted;
import static org.semblance.identity.keys.KeyWorld.wantedIn;

/** Whom a node believes that is sent a key, while other nodes change what the key and its owner may. */
class ApiKeysIT {
    private static final String ADDRESS = "192.0.2.7";

    private KeyWorld world;
    private ApiKeys node;

    @BeforeEach
    void open() {
        world = new KeyWorld();
        node = world.node();
        world.signedIn(ADA);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_key_may_what_it_is_for_and_nothing_else() {
        MadeApiKey made = world.service().create(wanted("search:run"));

        KeyCaller caller = node.require(made.text(), ADDRESS);

        assertThat(caller.user().username()).isEqualTo("key:" + made.summary().prefix());
        assertThat(caller.user().id()).isEqualTo(ADA);
        assertThat(caller.user().permissions()).containsExactly("search:run");
        assertThat(caller.user().scope("search:run")).isEqualTo(Scope.EVERYWHERE);
        assertThat(caller.user().session()).isNull();
        assertThat(caller.allowance())
                .isEqualTo(new Allowance("key:" + made.summary().prefix(), 600, 0));
    }

    @Test
    void a_key_for_a_gallery_may_nothing_elsewhere() {
        MadeApiKey made = world.service().create(wantedIn("guests", "person:read"));
        long guests = world.number("SELECT id FROM gallery WHERE name = 'guests'");

        assertThat(node.require(made.text(), ADDRESS).user().scope("person:read"))
                .isEqualTo(Scope.of(Set.of(guests)));
        world.run("DELETE FROM gallery WHERE name = 'guests'");
        assertThat(node.require(made.text(), ADDRESS).user().permissions()).isEmpty();
    }

    @Test
    void what_the_owner_loses_the_key_loses_at_once() {
        world.signedIn(BOB);
        MadeApiKey made = world.service().create(wanted("person:enroll", "person:read"));
        long staff = world.number("SELECT id FROM gallery WHERE name = 'staff'");
        assertThat(node.require(made.text(), ADDRESS).user().scope(Permissions.PERSON_ENROLL))
                .isEqualTo(Scope.of(Set.of(staff)));

        world.run("UPDATE user_role SET role_id = (SELECT id FROM role WHERE name = 'security-operator')"
                + " WHERE user_id = '" + BOB + "'");

        assertThat(node.require(made.text(), ADDRESS).user().permissions()).containsExactly("person:read");
    }

    @Test
    void a_revoked_key_is_refused_by_every_node_at_once() {
        MadeApiKey made = world.service().create(wanted("search:run"));
        node.require(made.text(), ADDRESS);

        world.service().revoke(made.summary().id());

        assertThatThrownBy(() -> node.require(made.text(), ADDRESS))
                .isInstanceOf(ApiKeyInvalidException.class)
                .hasMessageContaining("revoked");
    }

    @Test
    void a_key_of_a_disabled_owner_is_refused() {
        MadeApiKey made = world.service().create(wanted("search:run"));
        node.require(made.text(), ADDRESS);

        world.run("UPDATE app_user SET status = 'disabled' WHERE username = 'ada'");

        assertThatThrownBy(() -> node.require(made.text(), ADDRESS))
                .isInstanceOf(ApiKeyInvalidException.class)
                .hasMessageContaining("disabled");
    }

    @Test
    void an_expired_key_is_refused() {
        MadeApiKey made = world.service().create(wanted("search:run"));

        world.clock.pass(Duration.ofDays(90));

        assertThatThrownBy(() -> node.require(made.text(), ADDRESS))
                .isInstanceOf(ApiKeyInvalidException.class)
                .hasMessageContaining("expired");
    }

    @Test
    void another_secret_under_a_known_prefix_is_refused_without_a_hint() {
        MadeApiKey made = world.service().create(wanted("search:run"));
        world.service().revoke(made.summary().id());
        world.run("UPDATE api_key SET secret_sha256 = sha256('something else')");

        assertThatThrownBy(() -> node.require(made.text(), ADDRESS))
                .isInstanceOf(ApiKeyInvalidException.class)
                .hasMessageContaining("no API key of this installation");
        assertThatThrownBy(() -> node.require(ApiKeyText.generate().text(), ADDRESS))
                .hasMessageContaining("no API key of this installation");
        assertThatThrownBy(() -> node.require("smb_nonsense", ADDRESS))
                .hasMessageContaining("no API key of this installation");
    }

    @Test
    void tells_when_and_from_where_a_key_was_used_to_the_minute() {
        MadeApiKey made = world.service().create(wanted("search:run"));

        node.require(made.text(), ADDRESS);
        world.clock.pass(Duration.ofSeconds(50));
        node.require(made.text(), "192.0.2.8");
        var first = world.service().require(made.summary().id()).life();
        world.clock.pass(Duration.ofSeconds(20));
        node.require(made.text(), "192.0.2.9");
        var second = world.service().require(made.summary().id()).life();

        assertThat(first.lastUsedAt()).contains(KeyWorld.NOON);
        assertThat(first.lastUsedAddress()).contains(ADDRESS);
        assertThat(second.lastUsedAt()).contains(KeyWorld.NOON.plusSeconds(70));
        assertThat(second.lastUsedAddress()).contains("192.0.2.9");
    }

    @Test
    void a_key_has_the_limits_that_it_was_given() {
        var limited = new NewApiKey(
                new KeyName("Slow"),
                Set.of("search:run"),
                Optional.empty(),
                Optional.empty(),
                new KeyLimits(60, 1000L));
        MadeApiKey made = world.service().create(limited);

        assertThat(node.require(made.text(), ADDRESS).allowance())
                .isEqualTo(new Allowance("key:" + made.summary().prefix(), 60, 1000));
    }

    @Test
    void what_was_last_read_counts_on_for_a_while_when_the_database_is_out_of_reach() {
        MadeApiKey made = world.service().create(wanted("search:run"));
        MadeApiKey unseen = world.service().create(wanted("search:run"));
        var source = new PGSimpleDataSource();
        source.setUrl(world.database.url());
        source.setUser(org.semblance.database.MigratedDatabase.Role.APP.user());
        source.setPassword(world.database.password(org.semblance.database.MigratedDatabase.Role.APP));
        ApiKeys cutOff = world.node(source);
        cutOff.require(made.text(), ADDRESS);

        source.setPassword("wrong from now on");
        world.clock.pass(Duration.ofMinutes(4));

        assertThat(cutOff.require(made.text(), ADDRESS).user().permissions()).containsExactly("search:run");
        assertThatThrownBy(() -> cutOff.require(unseen.text(), ADDRESS)).isInstanceOf(AccessUnknownException.class);
        world.clock.pass(Duration.ofMinutes(2));
        assertThatThrownBy(() -> cutOff.require(made.text(), ADDRESS)).isInstanceOf(AccessUnknownException.class);
    }
}
