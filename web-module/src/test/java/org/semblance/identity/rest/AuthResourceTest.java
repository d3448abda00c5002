package org.semblance.identity.rest;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Test;
import org.semblance.identity.AccessTokens;
import org.semblance.identity.Credentials;
import org.semblance.identity.PasswordChangeRequiredException;
import org.semblance.identity.SessionKind;
import org.semblance.identity.SignInRefusedException;
import org.semblance.identity.SignInService;
import org.semblance.identity.SignedInUser;
import org.semblance.platform.rest.Caller;
import org.semblance.platform.rest.RestServer;

import static org.assertj.core.api.Assertions.assertThat;

class AuthResourceTest {
    private static final SignedInUser ADA =
            new SignedInUser(new UUID(0, 1), "ada", "Ada Lovelace", Set.of("vision:detect", "search:run"));

    private final FakeSignIn signIn = new FakeSignIn();
    private final RestServer server = new RestServer(new AuthResource(signIn, new FakeTokens()));

    @Test
    void gives_a_token_for_name_and_password() throws Exception {
        MockHttpResponse response = server.post("/auth/token", "{\"username\":\"ada\",\"password\":\"right\"}");

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString())
                .isEqualTo("{\"access_token\":\"token of ada\",\"expires_in\":900,\"token_type\":\"Bearer\"}");
    }

    @Test
    void gives_none_for_a_wrong_password() throws Exception {
        MockHttpResponse response = server.post("/auth/token", "{\"username\":\"ada\",\"password\":\"wrong\"}");

        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getContentAsString()).contains("sign-in-refused").doesNotContain("wrong\"");
    }

    @Test
    void gives_none_for_a_one_time_password() throws Exception {
        MockHttpResponse response = server.post("/auth/token", "{\"username\":\"ada\",\"password\":\"once\"}");

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getContentAsString()).contains("password-change-required");
    }

    @Test
    void changes_a_password_without_a_token() {
        MockHttpResponse response = server.post(
                "/auth/password", "{\"username\":\"ada\",\"current_password\":\"once\",\"new_password\":\"for good\"}");

        assertThat(response.getStatus()).isEqualTo(204);
        assertThat(signIn.changes).isEqualTo("ada: once -> for good");
    }

    @Test
    void tells_who_the_bearer_is() throws Exception {
        var attributes = server.exchange().attributes;
        attributes.put(Caller.class.getName() + ".user", ADA);

        MockHttpResponse response = server.calledBy("ada").get("/auth/me");

        assertThat(response.getContentAsString())
                .isEqualTo("{\"display_name\":\"Ada Lovelace\",\"id\":\"00000000-0000-0000-0000-000000000001\","
                        + "\"permissions\":[\"search:run\",\"vision:detect\"],\"username\":\"ada\"}");
    }

    @Test
    void does_not_tell_strangers() {
        assertThat(server.get("/auth/me").getStatus()).isEqualTo(401);
    }

    private static final class FakeSignIn extends SignInService {
        private String changes = "";

        @Override
        public SignedInUser signIn(Credentials credentials, SessionKind kind) {
            return switch (credentials.password()) {
                case "right" -> ADA;
                case "once" -> throw new PasswordChangeRequiredException();
                default -> throw new SignInRefusedException();
            };
        }

        @Override
        public void changePassword(String username, String currentPassword, String newPassword) {
            changes = username + ": " + currentPassword + " -> " + newPassword;
        }
    }

    private static final class FakeTokens extends AccessTokens {
        @Override
        public String issue(SignedInUser user) {
            return "token of " + user.username();
        }

        @Override
        public Duration lifetime() {
            return Duration.ofMinutes(15);
        }
    }
}
