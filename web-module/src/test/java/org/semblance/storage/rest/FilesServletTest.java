package org.semblance.storage.rest;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.platform.rest.FakeExchange;
import org.semblance.storage.ImageKey;
import org.semblance.storage.ImageNotFoundException;
import org.semblance.storage.ImageStore;
import org.semblance.storage.NewImage;
import org.semblance.storage.SignedUrls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class FilesServletTest {
    private final FakeExchange exchange = new FakeExchange();
    private final FilesServlet servlet = new FilesServlet(new FakeUrls(), new FakeImages());

    @Test
    void shows_a_crop_in_the_page() throws Exception {
        get("/files/persons/7/aligned/a.png", "100", "good");

        assertThat(exchange.text()).isEqualTo("bytes of persons/7/aligned/a.png");
        assertThat(exchange.headers)
                .containsEntry("Content-Type", "image/png")
                .containsEntry("Content-Disposition", "inline; filename=\"a.png\"")
                .containsEntry("Cache-Control", "private, no-store")
                .containsEntry("Content-Length", "32");
    }

    @Test
    void saves_an_original() throws Exception {
        get("/files/persons/7/original/a.jpg", "100", "good");

        assertThat(exchange.headers)
                .containsEntry("Content-Type", "image/jpeg")
                .containsEntry("Content-Disposition", "attachment; filename=\"a.jpg\"");
    }

    @Test
    void a_forged_address_leads_nowhere() throws Exception {
        get("/files/persons/7/aligned/a.png", "100", "forged");

        assertThat(exchange.status).isEqualTo(404);
        assertThat(exchange.text()).contains("image-not-found").doesNotContain("bytes");
    }

    @Test
    void an_address_without_expiry_or_signature_leads_nowhere() throws Exception {
        get("/files/persons/7/aligned/a.png", "soon", "good");

        assertThat(exchange.status).isEqualTo(404);

        exchange.parameters.clear();
        servlet.doGet(exchange.request(), exchange.response());

        assertThat(exchange.status).isEqualTo(404);
    }

    private void get(String path, String expiry, String signature) throws Exception {
        exchange.path = path;
        exchange.parameters.put("exp", expiry);
        exchange.parameters.put("sig", signature);
        servlet.doGet(exchange.request(), exchange.response());
    }

    private static final class FakeUrls extends SignedUrls {
        @Override
        public ImageKey verify(String key, long expires, String signature) {
            if (signature.equals("good")) {
                return new ImageKey(key);
            }
            throw new ImageNotFoundException();
        }
    }

    private static final class FakeImages implements ImageStore {
        @Override
        public byte[] get(ImageKey key) {
            return ("bytes of " + key).getBytes(UTF_8);
        }

        @Override
        public void putAll(List<NewImage> images) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void deleteAll(Collection<ImageKey> keys) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void takeBack(Collection<ImageKey> keys) {
            deleteAll(keys);
        }

        @Override
        public void checkWritable() {
            throw new UnsupportedOperationException();
        }
    }
}
