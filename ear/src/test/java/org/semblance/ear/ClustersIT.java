package org.semblance.ear;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** Unknown faces are clustered and decided about, through the API; with more than three of them a job does it. */
@ArquillianTest
@RunAsClient
class ClustersIT {
    private static final int PATIENCE = 60;

    private ApiClient admin;

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return TestServer.ear();
    }

    @BeforeEach
    void sign_in() {
        admin = ApiClient.administrator();
    }

    @Test
    void few_faces_are_clustered_at_once_and_accepted() {
        unknown("cluster-few", 1);

        Answer clustered = cluster("cluster-few");
        JsonArray proposals = open("cluster-few");

        assertThat(clustered.status()).as(clustered.body()).isEqualTo(200);
        assertThat(clustered.json().getString("state")).isEqualTo("completed");
        assertThat(proposals).hasSize(1);
        JsonObject proposal = proposals.getJsonObject(0);
        assertThat(proposal.getInt("faces")).isEqualTo(2);
        assertThat(admin.get(proposal.getString("crop_url")).status()).isEqualTo(200);
        String address = "/api/v1/cluster/proposals/" + proposal.getInt("id");
        assertThat(admin.get(address).json().getJsonArray("items")).hasSize(2);

        JsonObject accepted =
                admin.post(address + "/acceptance", "{\"name\": \"Ada\"}").json();
        long person = accepted.getJsonObject("person").getJsonNumber("id").longValue();

        assertThat(accepted.getString("state")).isEqualTo("accepted");
        assertThat(admin.get("/api/v1/persons/" + person).json().getInt("faces"))
                .isEqualTo(2);
        assertThat(admin.post(address + "/acceptance", "{}").json().getString("code"))
                .isEqualTo("cluster-proposal-decided");
        assertThat(admin.post(address + "/discard", "").status()).isEqualTo(409);
        assertThat(admin.get("/api/v1/cluster/runs?gallery=cluster-few").json().getJsonArray("items"))
                .hasSize(1);
    }

    @Test
    void many_faces_are_a_jobs_work_and_what_is_discarded_stays_so() throws Exception {
        unknown("cluster-many", 2);

        Answer clustered = cluster("cluster-many");
        assertThat(clustered.status()).as(clustered.body()).isEqualTo(202);
        JsonObject job = ended(clustered.header("Location"));

        assertThat(job.getString("state")).as(job.toString()).isEqualTo("completed");
        assertThat(job.getJsonObject("progress").getInt("done")).isEqualTo(4);
        assertThat(open("cluster-many")).hasSize(2);
        int proposal = open("cluster-many").getJsonObject(0).getInt("id");
        assertThat(admin.post("/api/v1/cluster/proposals/" + proposal + "/discard", "")
                        .json()
                        .getString("state"))
                .isEqualTo("discarded");

        ended(cluster("cluster-many").header("Location"));

        assertThat(open("cluster-many")).hasSize(1);
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(cluster("cluster-nowhere").json().getString("code")).isEqualTo("gallery-not-found");
        assertThat(admin.get("/api/v1/cluster/proposals/999999").json().getString("code"))
                .isEqualTo("cluster-proposal-not-found");
        assertThat(admin.get("/api/v1/cluster/proposals").status()).isEqualTo(400);
    }

    /** Two faces each of so many people whom nobody knows. */
    private void unknown(String gallery, int people) {
        admin.post("/api/v1/galleries", "{\"name\": \"%s\", \"unknown_faces\": \"keep\"}".formatted(gallery));
        for (String name : DemoPeople.names().subList(0, people)) {
            for (int i = 0; i < 2; i++) {
                Answer kept =
                        admin.upload("/api/v1/recognize", DemoPeople.picture(name, 1), Map.of("gallery", gallery));
                assertThat(kept.status()).as(kept.body()).isEqualTo(200);
            }
        }
    }

    private Answer cluster(String gallery) {
        return admin.post(
                "/api/v1/cluster", "{\"gallery\": \"%s\", \"similarity\": 0.9, \"min_faces\": 2}".formatted(gallery));
    }

    private JsonArray open(String gallery) {
        return admin.get("/api/v1/cluster/proposals?gallery=" + gallery).json().getJsonArray("items");
    }

    private JsonObject ended(String address) throws InterruptedException {
        String path = java.net.URI.create(address).getPath();
        for (int i = 0; i < 4 * PATIENCE; i++) {
            JsonObject status = admin.get(path).json();
            if (status.containsKey("ended_at")) {
                return status;
            }
            Thread.sleep(250);
        }
        throw new AssertionError(path + " has not ended within " + PATIENCE + " s");
    }
}
