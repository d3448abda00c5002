package org.semblance.platform.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.identity.SignedInUser;
import org.semblance.identity.keys.KeyCaller;
import org.semblance.identity.limits.Allowance;
import org.semblance.identity.limits.Cost;
import org.semblance.identity.limits.LimitSettings;
import org.semblance.identity.limits.RateLimitedException;
import org.semblance.identity.limits.RateLimits;
import org.semblance.identity.limits.Standing;
import org.semblance.platform.Permissions;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitFilterTest {
    private static final SignedInUser ADA = new SignedInUser(new UUID(0, 1), "ada", "Ada", Set.of("search:run"));

    private final FakeLimits limits = new FakeLimits();
    private final RestServer server = new RestServer(new Things())
            .calledBy("ada", Permissions.SEARCH_RUN)
            .register(new RateLimitFilter(limits, new LimitSettings(600, 1000)));

    @BeforeEach
    void ada_has_been_recognised() {
        Caller.accept(server.exchange().request(), ADA);
    }

    @Test
    void tells_a_caller_where_they_stand() {
        MockHttpResponse response = server.get("/things");

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getOutputHeaders().getFirst("RateLimit-Policy"))
                .isEqualTo("\"minute\";q=600;w=60, \"day\";q=1000;w=86400");
        assertThat(response.getOutputHeaders().getFirst("RateLimit")).isEqualTo("\"minute\";r=590;t=1");
    }

    @Test
    void reading_searching_and_changing_cost_differently() {
        server.get("/things");
        server.post("/things", "{}");
        server.post("/things/search", "{}");
        server.post("/things/photo", "{}");

        assertThat(limits.spent).containsExactly(Cost.READ, Cost.CHANGE, Cost.RECOGNITION, Cost.RECOGNITION);
    }

    @Test
    void refuses_before_the_body_is_read_and_says_when_to_come_back() throws Exception {
        limits.isEmpty = true;

        MockHttpResponse response = server.post("/things", "this is no JSON");

        assertThat(response.getStatus()).isEqualTo(429);
        assertThat(response.getContentAsString()).contains("rate-limited");
        assertThat(response.getOutputHeaders().getFirst("Retry-After")).hasToString("7");
        assertThat(response.getOutputHeaders().getFirst("RateLimit")).isEqualTo("\"minute\";r=0;t=60");
    }

    @Test
    void a_key_has_limits_of_its_own() {
        Caller.accept(server.exchange().request(), new KeyCaller(ADA, new Allowance("key:Ab12Cd34", 60, 0)));

        server.get("/things");

        assertThat(limits.allowances).containsExactly(new Allowance("key:Ab12Cd34", 60, 0));
    }

    @Test
    void what_may_not_be_done_counts_too() {
        server.calledBy("ada");

        assertThat(server.get("/things").getStatus()).isEqualTo(403);
        assertThat(limits.spent).containsExactly(Cost.READ);
    }

    @Test
    void nobody_is_not_counted() {
        server.exchange().attributes.clear();

        server.get("/things");

        assertThat(limits.spent).isEmpty();
    }

    /** Something to ask for. */
    @Path("things")
    @RolesAllowed(Permissions.SEARCH_RUN)
    public static class Things {
        @GET
        @RolesAllowed(Permissions.SEARCH_RUN)
        public String read() {
            return "thing";
        }

        @POST
        @RolesAllowed("**")
        @Consumes(MediaType.APPLICATION_JSON)
        public String change(jakarta.json.JsonObject body) {
            return "changed";
        }

        @POST
        @Path("search")
        @Consumes(MediaType.APPLICATION_JSON)
        public String search() {
            return "found";
        }

        @POST
        @Path("photo")
        @RolesAllowed("**")
        @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_JSON})
        public String photo() {
            return "seen";
        }
    }

    private static final class FakeLimits extends RateLimits {
        private final List<Cost> spent = new ArrayList<>();
        private final List<Allowance> allowances = new ArrayList<>();
        private boolean isEmpty;

        @Override
        public Standing spend(Allowance allowance, Cost cost) {
            if (isEmpty) {
                throw new RateLimitedException(7);
            }
            spent.add(cost);
            allowances.add(allowance);
            return new Standing(allowance, 590);
        }
    }
}
