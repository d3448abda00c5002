package org.semblance.platform.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a page of the portal may load and run. The inline scripts that a page begins with are named by a nonce, so that no
 * other inline script runs. Vaadin's client builds functions from what the server sends, and so needs eval; it also styles
 * elements as it goes.
 */
@ApplicationScoped
public class ContentPolicy implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;
    private static final int NONCE_BYTES = 18;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public void serviceInit(@Observes ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(ContentPolicy::nameScripts);
    }

    private static void nameScripts(IndexHtmlResponse page) {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        page.getDocument().select("script").attr("nonce", nonce);
        page.getVaadinResponse().setHeader("Content-Security-Policy", policy("'nonce-" + nonce + "' "));
    }

    /** For everything that is no page. */
    static String withoutInlineScripts() {
        return policy("");
    }

    private static String policy(String inlineScripts) {
        return String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self' " + inlineScripts + "'unsafe-eval'",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob:",
                "font-src 'self' data:",
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }
}
