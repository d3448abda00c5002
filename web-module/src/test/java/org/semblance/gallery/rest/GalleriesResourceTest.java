package org.semblance.gallery.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Test;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryNotFoundException;
import org.semblance.gallery.GalleryService;
import org.semblance.gallery.GallerySummary;
import org.semblance.gallery.NewGallery;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.RestServer;

import static org.assertj.core.api.Assertions.assertThat;

class GalleriesResourceTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final FakeGalleries galleries = new FakeGalleries();
    private final RestServer server = new RestServer(new GalleriesResource(galleries))
            .calledBy("ada", Permissions.GALLERY_READ, Permissions.GALLERY_WRITE);

    @Test
    void makes_a_gallery_and_says_where_it_is() throws Exception {
        MockHttpResponse response = server.post("/galleries", "{\"name\":\"staff\",\"title\":\"Our staff\"}");

        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.getOutputHeaders().getFirst("Location").toString()).endsWith("/galleries/staff");
        assertThat(response.getContentAsString())
                .isEqualTo(
                        "{\"consent_required\":false,\"created_at\":\"2026-01-02T12:00:00Z\",\"faces\":0,\"false_accept_rate\":1.0E-4,"
                                + "\"kind\":\"general\",\"margin\":0.05,\"min_faces\":1,\"min_quality\":0.3,\"name\":\"staff\","
                                + "\"persons\":0,\"title\":\"Our staff\",\"unknown_faces\":\"found\",\"version\":0}");
    }

    @Test
    void takes_every_setting_of_a_gallery() throws Exception {
        MockHttpResponse response =
                server.post("/galleries", "{\"name\":\"staff\",\"threshold\":0.42,\"margin\":0.1,\"min_quality\":0.5}");

        assertThat(response.getContentAsString())
                .contains("\"threshold\":0.42", "\"margin\":0.1", "\"min_quality\":0.5", "\"title\":\"staff\"");
    }

    @Test
    void what_is_left_out_is_as_the_kind_has_it() throws Exception {
        MockHttpResponse response = server.post("/galleries", "{\"name\":\"staff\",\"kind\":\"staff\"}");

        assertThat(response.getContentAsString())
                .contains("\"false_accept_rate\":1.0E-6", "\"min_faces\":3", "\"unknown_faces\":\"keep\"");
    }

    @Test
    void changes_a_gallery_for_whoever_has_seen_its_present_state() throws Exception {
        galleries.create(NewGallery.named("staff"));
        String tag = server.get("/galleries/staff")
                .getOutputHeaders()
                .getFirst("ETag")
                .toString();

        MockHttpResponse late = server.put("/galleries/staff", "{\"title\":\"Late\"}", Map.of("If-Match", "\"7-0-0\""));
        MockHttpResponse changed = server.put("/galleries/staff", "{\"title\":\"Ours\"}", Map.of("If-Match", tag));

        assertThat(late.getStatus()).isEqualTo(412);
        assertThat(late.getContentAsString()).contains("version-mismatch");
        assertThat(changed.getStatus()).isEqualTo(200);
        assertThat(changed.getContentAsString()).contains("\"title\":\"Ours\"", "\"version\":1");
    }

    @Test
    void who_has_the_present_state_is_told_so() throws Exception {
        galleries.create(NewGallery.named("staff"));
        String tag = server.get("/galleries/staff")
                .getOutputHeaders()
                .getFirst("ETag")
                .toString();

        MockHttpResponse again = server.get("/galleries/staff", Map.of("If-None-Match", tag));

        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsString()).isEmpty();
    }

    @Test
    void refuses_a_name_that_does_not_fit_an_address() throws Exception {
        MockHttpResponse response = server.post("/galleries", "{\"name\":\"Our Staff\"}");

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString()).contains("invalid-input", "\"field\":\"name\"");
    }

    @Test
    void lists_galleries() throws Exception {
        galleries.create(NewGallery.named("staff"));
        galleries.create(NewGallery.named("visitors"));

        assertThat(server.get("/galleries").getContentAsString())
                .startsWith("{\"items\":[{")
                .contains("\"name\":\"staff\"", "\"name\":\"visitors\"");
    }

    @Test
    void an_unknown_gallery_is_a_problem() throws Exception {
        MockHttpResponse response = server.get("/galleries/nobody");

        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentAsString()).contains("gallery-not-found");
    }

    @Test
    void deletes_a_gallery() {
        galleries.create(NewGallery.named("staff"));

        assertThat(server.delete("/galleries/staff").getStatus()).isEqualTo(204);
        assertThat(galleries.list()).isEmpty();
    }

    @Test
    void who_may_only_read_deletes_nothing() {
        galleries.create(NewGallery.named("staff"));
        server.calledBy("eve", Permissions.GALLERY_READ);

        assertThat(server.delete("/galleries/staff").getStatus()).isEqualTo(403);
        assertThat(galleries.list()).hasSize(1);
    }

    private static final class FakeGalleries extends GalleryService {
        private final List<GallerySummary> all = new ArrayList<>();

        @Override
        public GallerySummary create(NewGallery gallery) {
            var made = new GallerySummary(gallery.name().value(), gallery.title(), gallery.rules(), 0, 0, NOON, 0);
            all.add(made);
            return made;
        }

        @Override
        public GallerySummary change(NewGallery wanted, ExpectedVersion expected) {
            var old = require(wanted.name());
            expected.check(old.version());
            all.remove(old);
            all.add(new GallerySummary(old.name(), wanted.title(), wanted.rules(), 0, 0, NOON, old.version() + 1));
            return all.get(all.size() - 1);
        }

        @Override
        public List<GallerySummary> list() {
            return all;
        }

        @Override
        public GallerySummary require(GalleryName name) {
            return all.stream()
                    .filter(gallery -> gallery.name().equals(name.value()))
                    .findFirst()
                    .orElseThrow(() -> new GalleryNotFoundException(name));
        }

        @Override
        public void delete(GalleryName name) {
            all.remove(require(name));
        }
    }
}
