package org.semblance.identity.rest;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Test;
import org.semblance.identity.Credentials;
import org.semblance.identity.PasswordChangeRequiredException;
import org.semblance.identity.RefreshRefusedException;
import org.semblance.identity.RefreshService;
import org.semblance.identity.SecondFactorRequiredException;
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
    private final RestServer server = new RestServer(new AuthResource(signIn, new FakeRefresh()));

    @Test
    void gives_a_token_for_name_and_password() throws Exception {
        MockHttpResponse response = server.post("/auth/token", "{\"username\":\"ada\",\"password\":\"right\"}");

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString())
                .isEqualTo("{\"access_token\":\"token of ada\",\"expires_in\":900,"
                        + "\"refresh_token\":\"sr_1\",\"token_type\":\"Bearer\"}");
    }

    @Test
    void gives_the_next_tokens_for_the_refresh_token_and_none_for_another() throws Exception {
        assertThat(server.post("/auth/refresh", "{\"refresh_token\":\"sr_1\"}").getContentAsString())
                .contains("\"refresh_token\":\"sr_2\"");
        MockHttpResponse refused = server.post("/auth/refresh", "{\"refresh_token\":\"sr_0\"}");

        assertThat(refused.getStatus()).isEqualTo(401);
        assertThat(refused.getContentAsString()).contains("refresh-refused");
    }

    @Test
    void asks_for_the_code_of_who_has_an_app() throws Exception {
        MockHttpResponse asked = server.post("/auth/token", "{\"username\":\"ada\",\"password\":\"two\"}");
        MockHttpResponse given =
                server.post("/auth/token", "{\"username\":\"ada\",\"password\":\"two\",\"code\":\"287082\"}");

        assertThat(asked.getStatus()).isEqualTo(401);
        assertThat(asked.getContentAsString()).contains("second-factor-required");
        assertThat(given.getStatus()).isEqualTo(200);
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
                case "two" -> {
                    if (credentials.code() == null) {
                        throw new SecondFactorRequiredException();
                    }
                    yield ADA;
                }
                case "once" -> throw new PasswordChangeRequiredException();
                default -> throw new SignInRefusedException();
            };
        }

        @Override
        public void changePassword(Credentials current, String newPassword) {
            changes = current.username() + ": " + current.password() + " -> " + newPassword;
        }
    }

    private static final class FakeRefresh extends RefreshService {
        @Override
        public Tokens begin(SignedInUser user) {
            return new Tokens("token of " + user.username(), Duration.ofMinutes(15), "sr_1");
        }

        @Override
        public Tokens renew(String refreshToken) {
            if (refreshToken.equals("sr_1")) {
                return new Tokens("token of ada", Duration.ofMinutes(15), "sr_2");
            }
            throw new RefreshRefusedException();
        }
    }
}
