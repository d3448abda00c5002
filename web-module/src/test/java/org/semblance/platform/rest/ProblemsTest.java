package org.semblance.platform.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.StringReader;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryNotFoundException;
import org.semblance.platform.BusyException;
import org.semblance.platform.RequestContext;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemsTest {
    private final RestServer server = new RestServer(new Troubles());

    @AfterEach
    void forget_the_request() {
        RequestContext.end();
    }

    @Test
    void a_problem_carries_everything_that_rfc_9457_asks_for() throws Exception {
        RequestContext.begin("request-1", "192.0.2.7");

        MockHttpResponse response = server.get("/troubles/missing");

        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getOutputHeaders().getFirst("Content-Type")).hasToString("application/problem+json");
        assertThat(response.getContentAsString())
                .isEqualTo("{\"code\":\"gallery-not-found\",\"detail\":\"There is no gallery 'staff'\","
                        + "\"instance\":\"/troubles/missing\",\"request_id\":\"request-1\",\"status\":404,"
                        + "\"title\":\"Gallery not found\",\"type\":\"/docs/problems#gallery-not-found\"}");
    }

    @Test
    void a_busy_server_says_when_to_come_back() {
        assertThat(server.get("/troubles/busy").getOutputHeaders().getFirst("Retry-After"))
                .isEqualTo("7");
    }

    @Test
    void no_stack_trace_and_no_class_leaves_the_server() throws Exception {
        MockHttpResponse response = server.get("/troubles/unexpected");

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString()).contains("internal-error").doesNotContain("java", "secret", "\tat ");
    }

    @Test
    void an_unknown_address_is_a_problem_too() throws Exception {
        MockHttpResponse response = server.get("/nowhere");

        assertThat(problem(response).getString("code")).isEqualTo("not-found");
        assertThat(response.getContentAsString()).doesNotContain("RESTEASY");
    }

    @Test
    void a_method_that_is_not_allowed_says_which_are() throws Exception {
        MockHttpResponse response = server.delete("/troubles/missing");

        assertThat(problem(response).getString("code")).isEqualTo("method-not-allowed");
        assertThat(response.getOutputHeaders().getFirst("Allow").toString()).contains("GET");
    }

    @Test
    void options_are_answered_and_not_refused() {
        assertThat(server.send("OPTIONS", "/troubles/missing", null).getStatus())
                .isLessThan(300);
    }

    @Test
    void a_content_type_that_nobody_reads_is_a_problem() throws Exception {
        MockHttpResponse response = server.send(MockHttpRequest.post("/troubles/order")
                .contentType(MediaType.TEXT_PLAIN_TYPE)
                .content(new byte[] {1}));

        assertThat(problem(response).getString("code")).isEqualTo("media-type-unsupported");
    }

    @Test
    void broken_json_is_pointed_at() throws Exception {
        JsonObject problem = problem(server.post("/troubles/order", "{\"amount\": 1,,}"));

        assertThat(problem.getString("code")).isEqualTo("body-unreadable");
        assertThat(problem.getString("detail")).isEqualTo("The body is not valid JSON (line 1, column 14)");
    }

    @Test
    void a_misspelt_field_is_named() throws Exception {
        JsonObject problem = problem(server.post("/troubles/order", "{\"amuont\": 1}"));

        assertThat(problem.getString("code")).isEqualTo("body-unreadable");
        assertThat(problem.getString("detail")).startsWith("There is no field 'amuont' here");
    }

    @Test
    void a_value_of_the_wrong_type_is_named() throws Exception {
        JsonObject problem = problem(server.post("/troubles/order", "{\"line_amount\": \"many\"}"));

        assertThat(problem.getString("code")).isEqualTo("body-unreadable");
        assertThat(problem.getString("detail")).contains("line_amount").doesNotContain("java");
    }

    @Test
    void json_of_another_form_is_refused() throws Exception {
        JsonObject problem = problem(server.post("/troubles/order", "[1, 2]"));

        assertThat(problem.getString("code")).isEqualTo("body-unreadable");
        assertThat(problem.getString("detail")).doesNotContain("java", "semblance");
    }

    @Test
    void a_document_without_end_is_refused() throws Exception {
        JsonObject problem = problem(server.post("/troubles/order", "{\"amount\": " + " ".repeat(1_100_000) + "1}"));

        assertThat(problem.getString("code")).isEqualTo("request-too-large");
    }

    @Test
    void a_query_parameter_that_is_no_number_is_invalid() throws Exception {
        JsonObject problem = problem(server.get("/troubles/page?limit=many"));

        assertThat(problem.getInt("status")).isEqualTo(400);
        assertThat(problem.getString("detail")).isEqualTo("limit is a number, not 'many'");
        assertThat(problem.getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("limit");
    }

    @Test
    void query_parameters_have_defaults() throws Exception {
        assertThat(server.get("/troubles/page").getContentAsString()).isEqualTo("0+50");
        assertThat(server.get("/troubles/page?after=7&limit=3").getContentAsString())
                .isEqualTo("7+3");
    }

    @Test
    void an_id_that_is_no_number_names_nothing() throws Exception {
        assertThat(problem(server.get("/troubles/number/x")).getString("code")).isEqualTo("not-found");
    }

    private static JsonObject problem(MockHttpResponse response) throws Exception {
        return Json.createReader(new StringReader(response.getContentAsString()))
                .readObject();
    }

    /** What may be ordered. */
    public record Order(@Nullable Integer amount, @Nullable Integer lineAmount) {}

    /** A resource of failures. */
    @Path("troubles")
    public static class Troubles {
        @GET
        @Path("missing")
        @PermitAll
        public String missing() {
            throw new GalleryNotFoundException(new GalleryName("staff"));
        }

        @GET
        @Path("busy")
        @PermitAll
        public String busy() {
            throw new BusyException("Too much to do", 7);
        }

        @GET
        @Path("unexpected")
        @PermitAll
        public String unexpected() {
            throw new IllegalStateException("secret", new java.io.IOException("secret"));
        }

        @POST
        @Path("order")
        @PermitAll
        @Consumes(MediaType.APPLICATION_JSON)
        @Produces(MediaType.APPLICATION_JSON)
        public Order order(Order order) {
            return order;
        }

        @GET
        @Path("page")
        @PermitAll
        public String page(@BeanParam PageParameters page) {
            return page.after() + "+" + page.limit();
        }

        @GET
        @Path("number/{number}")
        @PermitAll
        public String number(@PathParam("number") long number) {
            return "number " + number;
        }
    }
}
