package org.semblance.gallery.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.cluster.ClusterRequest;
import org.semblance.gallery.cluster.ClusterRun;
import org.semblance.gallery.cluster.ClusterRunId;
import org.semblance.gallery.cluster.ClusterService;
import org.semblance.gallery.cluster.Proposal;
import org.semblance.gallery.cluster.ProposalDecidedException;
import org.semblance.gallery.cluster.ProposalId;
import org.semblance.gallery.cluster.ProposedFace;
import org.semblance.jobs.JobRunId;
import org.semblance.platform.Page;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.RestServer;
import org.semblance.storage.ImageKey;
import org.semblance.storage.SignedUrls;
import org.semblance.vision.ModelId;

import static org.assertj.core.api.Assertions.assertThat;

class ClusterResourceTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final FakeClusters clusters = new FakeClusters();
    private final RestServer server = new RestServer(
                    new ClusterResource(clusters), new ProposalsResource(clusters, new FakeUrls()))
            .calledBy("grace", Permissions.PERSON_READ, Permissions.PERSON_EDIT);

    @Test
    void a_small_gallery_is_clustered_at_once() throws Exception {
        MockHttpResponse response =
                server.post("/cluster", "{\"gallery\":\"visitors\",\"similarity\":0.5,\"min_faces\":4}");

        assertThat(clusters.asked).isEqualTo(new ClusterRequest(new GalleryName("visitors"), 0.5, 4));
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString())
                .contains("\"id\":12", "\"state\":\"completed\"", "\"founded\":4", "\"model\":\"starter/embedder\"")
                .doesNotContain("job", "problem");
    }

    @Test
    void a_large_one_is_a_jobs_work() throws Exception {
        clusters.execution = new JobRunId(88);

        MockHttpResponse response = server.post("/cluster", "{\"gallery\":\"visitors\"}");

        assertThat(clusters.asked).isEqualTo(new ClusterRequest(new GalleryName("visitors"), null, 3));
        assertThat(response.getStatus()).isEqualTo(202);
        assertThat(response.getOutputHeaders().getFirst("Location").toString()).endsWith("/jobs/88");
        assertThat(response.getContentAsString()).contains("\"job\":88");
    }

    @Test
    void bounds_are_told() throws Exception {
        assertThat(server.post("/cluster", "{\"gallery\":\"visitors\",\"min_faces\":1}")
                        .getStatus())
                .isEqualTo(400);
        assertThat(server.post("/cluster", "{\"gallery\":\"visitors\",\"similarity\":2}")
                        .getContentAsString())
                .contains("invalid-input", "similarity lies between 0 and 1");
    }

    @Test
    void lists_runs_of_one_gallery_or_all() throws Exception {
        assertThat(server.get("/cluster/runs?gallery=visitors").getContentAsString())
                .startsWith("{\"items\":[{");
        assertThat(clusters.gallery).contains(new GalleryName("visitors"));
        assertThat(server.get("/cluster/runs").getStatus()).isEqualTo(200);
        assertThat(clusters.gallery).isEmpty();
    }

    @Test
    void lists_open_proposals_unless_asked_for_others() throws Exception {
        assertThat(server.get("/cluster/proposals?gallery=visitors").getContentAsString())
                .isEqualTo("{\"items\":[{\"changed_at\":\"2026-01-02T12:00:00Z\",\"confidence\":0.7831,"
                        + "\"crop_url\":\"/files/a/b.png\",\"faces\":5,\"gallery\":\"visitors\",\"id\":301,"
                        + "\"person\":{\"id\":1815,\"name\":\"Ada\"},\"state\":\"open\"}],\"next\":301}");

        server.get("/cluster/proposals?gallery=visitors&state=discarded");
        assertThat(clusters.state).isEqualTo(Proposal.State.DISCARDED);
        assertThat(server.get("/cluster/proposals?gallery=visitors&state=new").getStatus())
                .isEqualTo(400);
    }

    @Test
    void gives_a_proposal_with_its_faces() throws Exception {
        assertThat(server.get("/cluster/proposals/301?limit=1").getContentAsString())
                .startsWith("{\"items\":[{\"assigned\":false,\"crop_url\":\"/files/a/c.png\",\"id\":90210,")
                .endsWith("}");
    }

    @Test
    void accepts_with_a_name_or_without() throws Exception {
        assertThat(server.post("/cluster/proposals/301/acceptance", "{\"name\":\"Ada\"}")
                        .getStatus())
                .isEqualTo(200);
        assertThat(clusters.name).isEqualTo("Ada");
        server.post("/cluster/proposals/301/acceptance", "{}");
        assertThat(clusters.name).isNull();
    }

    @Test
    void a_decided_proposal_is_a_conflict() throws Exception {
        MockHttpResponse response = server.send("POST", "/cluster/proposals/301/discard", null);

        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(response.getContentAsString()).contains("cluster-proposal-decided", "accepted already");
    }

    @Test
    void who_only_reads_decides_nothing() {
        server.calledBy("ben", Permissions.PERSON_READ);

        assertThat(server.post("/cluster", "{\"gallery\":\"visitors\"}").getStatus())
                .isEqualTo(403);
        assertThat(server.post("/cluster/proposals/301/acceptance", "{}").getStatus())
                .isEqualTo(403);
        assertThat(server.send("POST", "/cluster/proposals/301/discard", null).getStatus())
                .isEqualTo(403);
    }

    private static final class FakeUrls extends SignedUrls {
        @Override
        public String sign(ImageKey image) {
            return "/files/" + image;
        }
    }

    private static final class FakeClusters extends ClusterService {
        private @Nullable ClusterRequest asked;
        private @Nullable JobRunId execution;
        private Optional<GalleryName> gallery = Optional.empty();
        private Proposal.State state = Proposal.State.OPEN;
        private @Nullable String name;

        @Override
        public ClusterRun cluster(ClusterRequest request) {
            asked = request;
            return run();
        }

        private ClusterRun run() {
            return new ClusterRun(
                    new ClusterRunId(12),
                    1,
                    new GalleryName("visitors"),
                    new ClusterRun.Rules(new ModelId("starter/embedder"), 0.42, 0.05, 3),
                    execution == null ? ClusterRun.State.COMPLETED : ClusterRun.State.RUNNING,
                    new ClusterRun.Counts(240, 31, 4, 2, 57),
                    execution,
                    null,
                    "grace",
                    NOON,
                    execution == null ? NOON : null);
        }

        @Override
        public Page<ClusterRun> runs(Optional<GalleryName> only, long before, int limit) {
            gallery = only;
            return new Page<>(List.of(run()), OptionalLong.empty());
        }

        @Override
        public Page<Proposal> proposals(GalleryName of, Proposal.State in, long after, int limit) {
            state = in;
            return new Page<>(List.of(require(new ProposalId(301))), OptionalLong.of(301));
        }

        @Override
        public Proposal require(ProposalId proposal) {
            return new Proposal(
                    proposal,
                    new ClusterRunId(12),
                    new GalleryName("visitors"),
                    new PersonId(1815),
                    "Ada",
                    0.78312,
                    Proposal.State.OPEN,
                    5,
                    new ImageKey("a/b.png"),
                    NOON,
                    null,
                    null);
        }

        @Override
        public Page<ProposedFace> faces(ProposalId proposal, long after, int limit) {
            var face = new ProposedFace(new FaceId(90210), 0.81, 0.8f, false, new ImageKey("a/c.png"));
            return new Page<>(List.of(face), OptionalLong.empty());
        }

        @Override
        public Proposal accept(ProposalId proposal, @Nullable String given) {
            name = given;
            return require(proposal);
        }

        @Override
        public Proposal discard(ProposalId proposal) {
            throw new ProposalDecidedException(proposal, Proposal.State.ACCEPTED);
        }
    }
}
