package org.semblance.identity.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Test;
import org.semblance.identity.keys.ApiKeyNotFoundException;
import org.semblance.identity.keys.ApiKeyPatch;
import org.semblance.identity.keys.ApiKeyService;
import org.semblance.identity.keys.ApiKeySummary;
import org.semblance.identity.keys.KeyLimits;
import org.semblance.identity.keys.KeyName;
import org.semblance.identity.keys.MadeApiKey;
import org.semblance.identity.keys.NewApiKey;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.RestServer;

import static org.assertj.core.api.Assertions.assertThat;

class ApiKeysResourceTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final FakeKeys keys = new FakeKeys();
    private final RestServer server = new RestServer(new ApiKeysResource(keys), new ApiKeyResource(keys))
            .calledBy("ada", Permissions.APIKEY_CREATE);

    @Test
    void tells_the_key_once_and_where_it_is_from_then_on() throws Exception {
        MockHttpResponse made = server.post(
                "/api-keys", "{\"name\":\"Gate\",\"permissions\":[\"search:run\"],\"galleries\":[\"staff\"]}");
        MockHttpResponse again = server.get("/api-keys/7");

        assertThat(made.getStatus()).isEqualTo(201);
        assertThat(made.getOutputHeaders().getFirst("Location").toString()).endsWith("/api-keys/7");
        assertThat(made.getContentAsString())
                .contains("\"key\":\"smb_secret\"", "\"prefix\":\"Ab12Cd34\"", "\"galleries\":[\"staff\"]");
        assertThat(again.getContentAsString())
                .doesNotContain("smb_")
                .contains("\"name\":\"Gate\"", "\"owner\":\"ada\"", "\"permissions\":[\"search:run\"]");
    }

    @Test
    void takes_expiry_and_limits() {
        server.post(
                "/api-keys",
                "{\"name\":\"Gate\",\"permissions\":[\"search:run\"],\"expires_at\":\"2026-02-02T12:00:00Z\","
                        + "\"units_per_minute\":60,\"units_per_day\":1000}");

        assertThat(keys.wanted.expiresAt()).contains(Instant.parse("2026-02-02T12:00:00Z"));
        assertThat(keys.wanted.limits()).isEqualTo(new KeyLimits(60, 1000L));
        assertThat(keys.wanted.galleries()).isEmpty();
    }

    @Test
    void refuses_an_unknown_permission() throws Exception {
        assertThat(server.post("/api-keys", "{\"name\":\"x\",\"permissions\":[\"fly:high\"]}")
                        .getContentAsString())
                .contains("invalid-input", "fly:high");
    }

    @Test
    void lists_ones_own_unless_all_are_wanted() throws Exception {
        server.get("/api-keys?limit=1&after=3");
        assertThat(keys.listed).isEqualTo("own 3 1");

        MockHttpResponse all = server.get("/api-keys?all=true");

        assertThat(keys.listed).isEqualTo("all 0 50");
        assertThat(all.getContentAsString()).contains("\"next\":9");
    }

    @Test
    void changes_and_revokes() throws Exception {
        server.post("/api-keys", "{\"name\":\"Gate\",\"permissions\":[\"search:run\"]}");

        MockHttpResponse changed = server.send("PATCH", "/api-keys/7", "{\"name\":\"Gate 2\"}");
        MockHttpResponse revoked = server.delete("/api-keys/7");

        assertThat(changed.getContentAsString()).contains("\"name\":\"Gate 2\"");
        assertThat(revoked.getStatus()).isEqualTo(204);
        assertThat(server.delete("/api-keys/8").getStatus()).isEqualTo(404);
    }

    @Test
    void who_may_make_no_keys_makes_none() {
        server.calledBy("eve", Permissions.SEARCH_RUN);

        assertThat(server.post("/api-keys", "{\"name\":\"Gate\",\"permissions\":[\"search:run\"]}")
                        .getStatus())
                .isEqualTo(403);
        assertThat(server.get("/api-keys").getStatus()).isEqualTo(403);
    }

    private static final class FakeKeys extends ApiKeyService {
        private NewApiKey wanted = new NewApiKey(
                new KeyName("none"),
                Set.of(Permissions.SEARCH_RUN),
                Optional.empty(),
                Optional.empty(),
                new KeyLimits(null, null));
        private String name = "";
        private String listed = "";

        @Override
        public MadeApiKey create(NewApiKey key) {
            wanted = key;
            name = key.name().value();
            return new MadeApiKey("smb_secret", summary());
        }

        @Override
        public ApiKeySummary require(long id) {
            if (id != 7) {
                throw new ApiKeyNotFoundException(id);
            }
            return summary();
        }

        @Override
        public ApiKeySummary change(long id, ApiKeyPatch patch) {
            require(id);
            patch.name().ifPresent(wish -> name = wish.value());
            return summary();
        }

        @Override
        public void revoke(long id) {
            require(id);
        }

        @Override
        public Page<ApiKeySummary> listOwn(long after, int limit) {
            listed = "own " + after + " " + limit;
            return new Page<>(List.of(), OptionalLong.empty());
        }

        @Override
        public Page<ApiKeySummary> listAll(long after, int limit) {
            listed = "all " + after + " " + limit;
            return new Page<>(List.of(), OptionalLong.of(9));
        }

        private ApiKeySummary summary() {
            return new ApiKeySummary(
                    7,
                    "Ab12Cd34",
                    name,
                    new ApiKeySummary.Owner(new UUID(0, 1), "ada"),
                    wanted.permissions().stream().sorted().toList(),
                    wanted.galleries().map(names -> names.stream().sorted().toList()),
                    wanted.limits(),
                    new ApiKeySummary.Life(
                            NOON, NOON.plusSeconds(60), Optional.empty(), Optional.empty(), Optional.empty()));
        }
    }
}
