package org.semblance.platform.rest;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Test;
import org.semblance.identity.TokenInvalidException;

import static org.assertj.core.api.Assertions.assertThat;

class AccessTest {
    private final RestServer server = new RestServer(new Doors());

    @Test
    void an_open_door_lets_everybody_in() {
        assertThat(server.get("/doors/open").getStatus()).isEqualTo(200);
    }

    @Test
    void a_guarded_door_asks_strangers_for_a_token() throws Exception {
        MockHttpResponse response = server.get("/doors/guarded");

        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getOutputHeaders().getFirst("WWW-Authenticate")).isEqualTo("Bearer realm=\"semblance\"");
        assertThat(response.getContentAsString()).contains("\"code\":\"token-missing\"");
    }

    @Test
    void a_bad_token_is_named_as_such() throws Exception {
        Caller.refuse(server.exchange().request(), new TokenInvalidException(new IllegalArgumentException()));

        MockHttpResponse response = server.get("/doors/guarded");

        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getOutputHeaders().getFirst("WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"semblance\", error=\"invalid_token\"");
        assertThat(response.getContentAsString()).contains("\"code\":\"token-invalid\"");
    }

    @Test
    void a_guarded_door_opens_with_one_of_its_permissions() {
        server.calledBy("ada", "job:read");

        assertThat(server.get("/doors/guarded").getStatus()).isEqualTo(200);
    }

    @Test
    void another_permission_does_not_open_it() throws Exception {
        server.calledBy("ada", "metrics:read");

        MockHttpResponse response = server.get("/doors/guarded");

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getContentAsString()).contains("permission-missing", "job:read");
    }

    @Test
    void a_door_for_the_signed_in_needs_no_permission() {
        assertThat(server.get("/doors/signed-in").getStatus()).isEqualTo(401);
        assertThat(server.calledBy("ada").get("/doors/signed-in").getStatus()).isEqualTo(200);
    }

    @Test
    void a_closed_door_stays_closed() {
        assertThat(server.calledBy("ada").get("/doors/closed").getStatus()).isEqualTo(403);
    }

    @Test
    void a_door_that_names_nobody_opens_for_nobody() throws Exception {
        MockHttpResponse response = server.calledBy("ada").get("/doors/forgotten");

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString()).contains("internal-error").doesNotContain("Doors");
    }

    /** One door of each kind. */
    @Path("doors")
    public static class Doors {
        @GET
        @Path("open")
        @PermitAll
        public String open() {
            return "open";
        }

        @GET
        @Path("guarded")
        @RolesAllowed({"job:read", "job:manage"})
        public String guarded() {
            return "guarded";
        }

        @GET
        @Path("signed-in")
        @RolesAllowed("**")
        public String signedIn() {
            return "signed in";
        }

        @GET
        @Path("closed")
        @DenyAll
        public String closed() {
            return "closed";
        }

        @GET
        @Path("forgotten")
        public String forgotten() {
            return "forgotten";
        }
    }
}
