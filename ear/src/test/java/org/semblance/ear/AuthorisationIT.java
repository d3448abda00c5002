package org.semblance.ear;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every endpoint, called by somebody of every built-in role: with the role everywhere, and with the role in one gallery, on
 * what lies there and on what lies in another. The endpoints are those that the API describes, the roles those that it
 * lists; {@code docs/authorisation.md} holds the outcome.
 */
@ArquillianTest
@RunAsClient
class AuthorisationIT {
    private static final String ANYBODY = "**";

    /** A gallery that is made is in none, so the permission for it must hold everywhere. */
    private static final String NEW_GALLERY = "POST /api/v1/galleries";

    /** Permissions that can be had in single galleries. */
    private static final Set<String> OF_GALLERIES = Set.of(
            "vision:detect",
            "gallery:read",
            "gallery:write",
            "person:read",
            "person:enroll",
            "person:edit",
            "person:delete",
            "search:run",
            "camera:read",
            "camera:manage",
            "camera:send",
            "event:read",
            "unknown:review");

    /** What a service asks for beyond the permission that opens the endpoint. */
    private static final Map<String, Set<String>> NEEDED_BESIDES = Map.of(
            "POST /api/v1/unknown-faces/review/assignment", Set.of("unknown:review"),
            "POST /api/v1/unknown-faces/review/enrolment", Set.of("unknown:review"));

    private ApiClient admin;
    private List<Endpoint> endpoints;
    private final Map<String, Set<String>> roles = new LinkedHashMap<>();

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @BeforeEach
    void read_endpoints_and_roles() {
        admin = ApiClient.administrator();
        endpoints = Endpoint.all(
                        ApiClient.anonymous().get("/openapi?format=JSON").body())
                .stream()
                .filter(endpoint -> !endpoint.permissions().isEmpty())
                .sorted(Comparator.comparing(AuthorisationIT::harm).thenComparing(Endpoint::toString))
                .toList();
        for (JsonObject role :
                admin.get("/api/v1/roles").json().getJsonArray("items").getValuesAs(JsonObject.class)) {
            if (role.getBoolean("built_in")) {
                Set<String> permissions = new TreeSet<>();
                role.getJsonArray("permissions")
                        .forEach(permission ->
                                permissions.add(permission.toString().replace("\"", "")));
                roles.put(role.getString("name"), permissions);
            }
        }
        assertThat(roles).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void a_role_everywhere_opens_what_its_permissions_say_and_nothing_else() {
        SoftAssertions softly = new SoftAssertions();
        roles.forEach((role, permissions) -> {
            ApiClient caller = TestUsers.withRole(role);
            for (Endpoint endpoint : endpoints) {
                if (endsTheSession(endpoint)) {
                    continue;
                }
                Answer answer = call(caller, endpoint, endpoint.pathToNothing(), exampleBody(endpoint));
                boolean refused = isRefused(answer);
                softly.assertThat(refused)
                        .as(role + " refused at " + endpoint + ": " + answer.status() + " " + answer.body())
                        .isEqualTo(!isAllowed(endpoint, permissions));
            }
        });
        softly.assertAll();
    }

    @Test
    void a_role_in_one_gallery_opens_that_gallery_and_the_others_do_not_exist() {
        SoftAssertions softly = new SoftAssertions();
        Belongings others = Belongings.make(admin, "others");
        roles.forEach((role, permissions) -> {
            Belongings own = Belongings.make(admin, "own");
            ApiClient caller = TestUsers.withRole(role, own.gallery());
            for (Endpoint endpoint : endpoints) {
                if (endsTheSession(endpoint) || !isAllowed(endpoint, permissions)) {
                    continue;
                }
                if (!isOfGalleries(endpoint)) {
                    Answer answer = call(caller, endpoint, endpoint.pathToNothing(), exampleBody(endpoint));
                    softly.assertThat(isRefused(answer))
                            .as("%s in a gallery refused at %s: %s", role, endpoint, answer.body())
                            .isTrue();
                    continue;
                }
                Answer foreign = call(caller, endpoint, others.path(endpoint), others);
                softly.assertThat(foreign.body())
                        .as("%s at %s tells of another gallery", role, endpoint)
                        .doesNotContain(others.secret());
                if (others.concerns(endpoint)) {
                    softly.assertThat(foreign.status())
                            .as("%s at another's %s: %s", role, endpoint, foreign.body())
                            .isIn(isList(endpoint) ? List.of(200, 404) : List.of(404));
                    Answer mine = call(caller, endpoint, own.path(endpoint), own);
                    softly.assertThat(mine.status())
                            .as("%s at own %s: %s", role, endpoint, mine.body())
                            .isNotIn(401, 403, missing(endpoint) ? 0 : 404, 500, 503);
                }
            }
        });
        softly.assertAll();
        assertThat(admin.get("/api/v1/galleries/" + others.gallery()).json().getInt("persons"))
                .as("nobody changed what is another's")
                .isEqualTo(3);
    }

    @Test
    void the_documentation_holds_the_same_table() throws IOException {
        var table = new StringBuilder("| endpoint | " + String.join(" | ", roles.keySet()) + " |\n");
        table.append("|---").append("|---".repeat(roles.size())).append("|\n");
        endpoints.stream()
                .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
                .forEach(endpoint -> {
                    table.append("| `").append(endpoint).append("` ");
                    roles.values().forEach(permissions -> table.append("| ")
                            .append(
                                    !isAllowed(endpoint, permissions)
                                            ? ""
                                            : inGalleries(endpoint) ? "yes, in galleries" : "yes")
                            .append(" "));
                    table.append("|\n");
                });
        Path document = TestServer.demo().resolve("../../docs/authorisation.md").normalize();
        Path written = TestServer.target().resolve("authorisation-table.md");
        Files.writeString(written, table);

        assertThat(Files.readString(document))
                .as("copy the table from " + written + " into " + document)
                .contains(table);
    }

    private Answer call(ApiClient caller, Endpoint endpoint, String path, Belongings about) {
        return call(
                caller,
                endpoint,
                path,
                endpoint.exampleBody()
                        .map(about::body)
                        .map(JsonObject::toString)
                        .orElse(""));
    }

    private static String exampleBody(Endpoint endpoint) {
        return endpoint.exampleBody().orElse("");
    }

    private static Answer call(ApiClient caller, Endpoint endpoint, String path, String body) {
        var request = caller.request(path).header("Content-Type", endpoint.contentType());
        return caller.send(request.method(endpoint.method(), body(endpoint, body)));
    }

    private static BodyPublisher body(Endpoint endpoint, String json) {
        if (endpoint.bodies().isEmpty()) {
            return BodyPublishers.noBody();
        }
        try {
            return endpoint.takesJson()
                    ? BodyPublishers.ofString(json)
                    : BodyPublishers.ofFile(
                            DemoPeople.picture(DemoPeople.names().get(0), 1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean isRefused(Answer answer) {
        return answer.status() == 403 && answer.body().contains("\"permission-");
    }

    private static boolean isAllowed(Endpoint endpoint, Set<String> permissions) {
        return permissions.containsAll(NEEDED_BESIDES.getOrDefault(endpoint.toString(), Set.of()))
                && (endpoint.permissions().contains(ANYBODY)
                        || endpoint.permissions().stream().anyMatch(permissions::contains));
    }

    private static boolean isOfGalleries(Endpoint endpoint) {
        return !endpoint.toString().equals(NEW_GALLERY)
                && (endpoint.permissions().contains(ANYBODY) || OF_GALLERIES.containsAll(endpoint.permissions()));
    }

    private static boolean inGalleries(Endpoint endpoint) {
        return isOfGalleries(endpoint) && !endpoint.permissions().contains(ANYBODY);
    }

    /** An answer that may be an empty list: who asks for faces or runs by a gallery that is not theirs gets none. */
    private static boolean isList(Endpoint endpoint) {
        return endpoint.method().equals("GET") && !endpoint.path().contains("{");
    }

    /** Something in the path that no gallery of the test has. */
    private static boolean missing(Endpoint endpoint) {
        return endpoint.path().contains("{proposal}")
                || endpoint.path().contains("/rejections/")
                || endpoint.path().contains("/unknown-faces/review/")
                || endpoint.path().contains("{camera}/source")
                || endpoint.path().endsWith("/restore");
    }

    private static boolean endsTheSession(Endpoint endpoint) {
        return endpoint.path().contains("/auth/");
    }

    /** What destroys comes last, galleries and cameras last of all. */
    private static int harm(Endpoint endpoint) {
        if (!endpoint.method().equals("DELETE")) {
            return endpoint.method().equals("GET") ? 0 : 1;
        }
        if (endpoint.path().endsWith("{gallery}")) {
            return 4;
        }
        return endpoint.path().endsWith("{camera}") || endpoint.path().endsWith("{person}") ? 3 : 2;
    }
}
