package org.semblance.ear;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** What operators and developers look at: health, metrics, the API's description, the log. */
@ArquillianTest
@RunAsClient
class OperationsIT {

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @Test
    void health_reports_everything_that_the_server_needs() {
        Answer answer = management("/health/ready");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        Map<String, String> checks = answer.json().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .collect(Collectors.toMap(
                        check -> check.getString("name"), check -> check.getString("status"), (a, b) -> a));
        assertThat(checks)
                .containsEntry("database", "UP")
                .containsEntry("migrations", "UP")
                .containsEntry("models", "UP")
                .containsEntry("image-store", "UP")
                .containsEntry("disk", "UP")
                .containsEntry("health-cache", "UP");
        assertThat(answer.body()).contains("The health cache works");
    }

    @Test
    void is_alive_and_started() {
        assertThat(management("/health/live").json().getString("status")).isEqualTo("UP");
        assertThat(management("/health/started").json().getString("status")).isEqualTo("UP");
    }

    @Test
    void metrics_need_a_permission_and_count_what_happens() {
        ApiClient admin = ApiClient.administrator();

        Answer metrics = admin.get("/api/v1/metrics");

        assertThat(ApiClient.anonymous().get("/api/v1/metrics").status()).isEqualTo(401);
        assertThat(metrics.status()).as(metrics.body()).isEqualTo(200);
        assertThat(metrics.body()).contains("sign_ins_total");
    }

    @Test
    void describes_every_endpoint() {
        Answer answer = ApiClient.anonymous().get("/openapi?format=JSON");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getJsonObject("paths").keySet())
                .contains("/api/v1/detect", "/api/v1/search", "/api/v1/galleries", "/api/v1/auth/token");
    }

    @Test
    void the_browsable_description_loads_nothing_from_elsewhere() {
        Answer page = ApiClient.anonymous().get("/docs/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("swagger").doesNotContain("https://").doesNotContain("http://");
        assertThat(page.header("Content-Security-Policy")).contains("default-src");
    }

    @Test
    void the_log_holds_no_unexplained_warning_and_no_secret() throws IOException {
        ApiClient.administrator()
                .upload("/api/v1/detect", DemoPeople.picture(DemoPeople.names().get(0), 1), Map.of());

        String log = Files.readString(TestServer.get().log());

        assertThat(TestServer.get().troubles()).as("warnings and errors").isEmpty();
        assertThat(log)
                .doesNotContain(ApiClient.PASSWORD)
                .doesNotContain(TestServer.FIRST_PASSWORD)
                .doesNotContain(DemoPeople.names().get(0));
    }

    private static Answer management(String path) {
        URI uri = TestServer.get().managementUrl().resolve(path);
        return ApiClient.anonymous().send(HttpRequest.newBuilder(uri));
    }
}
