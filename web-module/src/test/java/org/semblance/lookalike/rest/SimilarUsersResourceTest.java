package org.semblance.lookalike.rest;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Test;
import org.semblance.identity.CurrentUser;
import org.semblance.identity.SignedInUser;
import org.semblance.lookalike.SimilarUser;
import org.semblance.lookalike.SimilarUserService;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.RestServer;

import static org.assertj.core.api.Assertions.assertThat;

class SimilarUsersResourceTest {
    private static final UUID ADA = new UUID(0, 1);
    private static final UUID BOB = new UUID(0, 2);

    private final RestServer server = new RestServer(new SimilarUsersResource(new FakeSimilarUsers()));

    @Test
    void tells_who_looks_like_a_user_and_where_to_go_on() throws Exception {
        server.calledBy("ada");

        MockHttpResponse response = server.get("/users/" + ADA + "/similar?limit=1");

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString())
                .contains("\"rank\":1", "\"user_id\":\"" + BOB + '"', "\"similarity\":0.62,", "\"next\":1");
    }

    @Test
    void exact_similarities_are_for_those_with_the_permission() throws Exception {
        server.calledBy("admin");
        CurrentUser.begin(new SignedInUser(ADA, "admin", "Admin", Set.of(Permissions.SCORE_EXACT)));
        try {
            assertThat(server.get("/users/" + ADA + "/similar?limit=1").getContentAsString())
                    .contains("\"similarity\":0.6234");
        } finally {
            CurrentUser.end();
        }
    }

    @Test
    void who_is_nobody_sees_nothing() {
        assertThat(server.get("/users/" + ADA + "/similar").getStatus()).isEqualTo(401);
    }

    private static final class FakeSimilarUsers extends SimilarUserService {
        @Override
        public Page<SimilarUser> list(UUID user, long after, int limit) {
            var bob = new SimilarUser(after + 1, BOB, "Bob", 0.6234, Instant.EPOCH);
            return new Page<>(List.of(bob), OptionalLong.of(after + limit));
        }
    }
}
