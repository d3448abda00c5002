package org.semblance.identity.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Test;
import org.semblance.identity.directory.NewUser;
import org.semblance.identity.directory.RoleGrant;
import org.semblance.identity.directory.UserPatch;
import org.semblance.identity.directory.UserService;
import org.semblance.identity.directory.UserSummary;
import org.semblance.identity.directory.UserTraits;
import org.semblance.identity.directory.UserWithPassword;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.RestServer;

import static org.assertj.core.api.Assertions.assertThat;

class UsersResourceTest {
    private static final UUID ADA = new UUID(0, 1);

    private final FakeUsers users = new FakeUsers();
    private final RestServer server = new RestServer(new UsersResource(users), new UserResource(users))
            .calledBy("admin", Permissions.USER_READ, Permissions.USER_MANAGE);

    @Test
    void makes_a_user_and_tells_the_password_once() throws Exception {
        MockHttpResponse response = server.post(
                "/users", "{\"username\":\"ada\",\"roles\":[{\"role\":\"enroller\",\"gallery\":\"staff\"}]}");

        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.getOutputHeaders().getFirst("Location")).hasToString("/users/" + ADA);
        assertThat(response.getContentAsString())
                .contains("\"one_time_password\":\"once\"", "\"gallery\":\"staff\"", "\"display_name\":\"ada\"");
    }

    @Test
    void changes_what_is_given_and_keeps_the_rest() throws Exception {
        MockHttpResponse response =
                server.send("PATCH", "/users/" + ADA, "{\"email\":null,\"active\":false}", Map.of("If-Match", "\"2\""));

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString())
                .contains("\"active\":false", "\"display_name\":\"Ada\"")
                .doesNotContain("email");
        assertThat(users.expected).isEqualTo(ExpectedVersion.of(2));
        assertThat(response.getOutputHeaders().getFirst("ETag")).hasToString("\"2\"");
    }

    @Test
    void refuses_fields_that_it_does_not_know() throws Exception {
        MockHttpResponse response = server.send("PATCH", "/users/" + ADA, "{\"password\":\"mine\"}");

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString()).contains("password");
    }

    @Test
    void whoever_only_reads_users_changes_none() {
        server.calledBy("auditor", Permissions.USER_READ);

        assertThat(server.send("PATCH", "/users/" + ADA, "{}").getStatus()).isEqualTo(403);
        assertThat(server.post("/users/" + ADA + "/password-reset", "{}").getStatus())
                .isEqualTo(403);
        assertThat(server.get("/users/" + ADA).getStatus()).isEqualTo(200);
    }

    private static UserSummary summary(UserTraits traits, List<RoleGrant> roles) {
        return new UserSummary(
                ADA, "ada", traits, roles, new UserSummary.Standing(true, false, Instant.EPOCH, null, 2));
    }

    private static final class FakeUsers extends UserService {
        private final UserTraits traits = new UserTraits("Ada", "ada@example.org", null, true);
        private ExpectedVersion expected = ExpectedVersion.ANY;

        @Override
        public UserSummary require(UUID user) {
            return summary(traits, List.of());
        }

        @Override
        public UserWithPassword create(NewUser user) {
            return new UserWithPassword(summary(user.traits(), user.roles()), "once");
        }

        @Override
        public UserSummary change(UUID user, UserPatch patch, ExpectedVersion version) {
            expected = version;
            return summary(patch.apply(traits), List.of());
        }
    }
}
