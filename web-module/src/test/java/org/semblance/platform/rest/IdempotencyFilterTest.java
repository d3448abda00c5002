package org.semblance.platform.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Test;
import org.semblance.idempotency.Answer;
import org.semblance.idempotency.IdempotencyKey;
import org.semblance.idempotency.IdempotentRequests;
import org.semblance.idempotency.KnownRequest;
import org.semblance.platform.BusyException;

import static org.assertj.core.api.Assertions.assertThat;

class IdempotencyFilterTest {
    private final Orders orders = new Orders();
    private final RestServer server = new RestServer(orders)
            .register(new IdempotencyFilter(new RequestsInMemory()))
            .calledBy("ada");

    @Test
    void what_is_sent_twice_under_one_key_happens_once() throws Exception {
        MockHttpResponse first = order("k-1", "{\"item\":1}");
        MockHttpResponse again = order("k-1", "{\"item\":1}");

        assertThat(orders.taken).isEqualTo(1);
        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(again.getOutputHeaders().getFirst("Location").toString())
                .isEqualTo(first.getOutputHeaders().getFirst("Location").toString());
        assertThat(again.getOutputHeaders()).containsKey(IdempotencyFilter.REPLAYED);
    }

    @Test
    void without_a_key_everything_happens() {
        server.post("/orders", "{}");
        server.post("/orders", "{}");

        assertThat(orders.taken).isEqualTo(2);
    }

    @Test
    void another_body_under_the_same_key_is_refused() throws Exception {
        order("k-2", "{\"item\":1}");

        MockHttpResponse other = order("k-2", "{\"item\":2}");

        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(other.getContentAsString()).contains("idempotency-key-reused");
        assertThat(orders.taken).isEqualTo(1);
    }

    @Test
    void what_the_server_could_not_do_may_be_tried_again() {
        orders.busy = true;
        MockHttpResponse refused = order("k-3", "{}");
        orders.busy = false;

        MockHttpResponse done = order("k-3", "{}");

        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(done.getStatus()).isEqualTo(201);
    }

    @Test
    void an_answer_with_a_secret_is_not_kept() throws Exception {
        orders.secret = true;

        assertThat(order("k-4", "{}").getContentAsString()).contains("1");
        assertThat(order("k-4", "{}").getContentAsString()).contains("2");
    }

    @Test
    void a_key_has_no_spaces() {
        assertThat(order("k 4", "{}").getStatus()).isEqualTo(400);
    }

    private MockHttpResponse order(String key, String json) {
        return server.send("POST", "/orders", json, Map.of(IdempotencyFilter.HEADER, key));
    }

    /** Something that must not happen twice. */
    @Path("orders")
    @Produces(MediaType.APPLICATION_JSON)
    public static final class Orders {
        private int taken;
        private boolean busy;
        private boolean secret;

        @POST
        @PermitAll
        public Response order(String body) {
            if (busy) {
                throw new BusyException("busy", 1);
            }
            taken++;
            if (secret) {
                return Response.ok(new Secret(taken)).build();
            }
            return Response.created(URI.create("orders/" + taken))
                    .entity(Map.of("number", taken, "read", body.length()))
                    .build();
        }
    }

    /** Shown once. */
    public record Secret(int number) implements ShownOnce {}

    private static final class RequestsInMemory extends IdempotentRequests {
        private final Map<IdempotencyKey, Optional<Answer>> answers = new HashMap<>();
        private final Map<IdempotencyKey, byte[]> bodies = new HashMap<>();

        RequestsInMemory() {
            super(Clock.systemUTC());
        }

        @Override
        public Optional<KnownRequest> begin(IdempotencyKey key, String target) {
            Optional<Answer> answer = answers.get(key);
            if (answer == null) {
                answers.put(key, Optional.empty());
                return Optional.empty();
            }
            return Optional.of(new KnownRequest(bodies.getOrDefault(key, new byte[0]), answer.orElseThrow()));
        }

        @Override
        public void finish(IdempotencyKey key, byte[] bodySha256, Answer answer) {
            answers.put(key, Optional.of(answer));
            bodies.put(key, bodySha256);
        }

        @Override
        public void abandon(IdempotencyKey key) {
            answers.remove(key);
        }
    }
}
