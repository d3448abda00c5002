package org.semblance.platform.rest;

import org.junit.jupiter.api.Test;
import org.semblance.gallery.rest.GalleriesResource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestMetricsTest {

    @Test
    void a_route_is_the_template_of_an_address() throws Exception {
        var method = GalleriesResource.class.getMethod("get", String.class);

        assertThat(RequestMetrics.route(GalleriesResource.class, method)).isEqualTo("/api/v1/galleries/{gallery}");
    }

    @Test
    void what_nobody_serves_is_one_route() {
        assertThat(RequestMetrics.route(null, null)).isEqualTo("unmatched");
    }
}
