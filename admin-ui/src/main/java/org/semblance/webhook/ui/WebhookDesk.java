package org.semblance.webhook.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableRunnable;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.gallery.GalleryService;
import org.semblance.gallery.GalleryTitle;
import org.semblance.identity.SignInService;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.PasswordAgain;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.SecretDialog;
import org.semblance.webhook.WebhookService;
import org.semblance.webhook.delivery.DeliveryService;

/** Everything that keeping webhooks takes. */
@Dependent
public class WebhookDesk {
    private final WebhookService webhooks;
    private final DeliveryService deliveries;
    private final GalleryService galleries;
    private final SignInService signIns;

    @Inject
    public WebhookDesk(
            WebhookService webhooks, DeliveryService deliveries, GalleryService galleries, SignInService signIns) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.galleries = galleries;
        this.signIns = signIns;
    }

    WebhookService webhooks() {
        return webhooks;
    }

    DeliveryService deliveries() {
        return deliveries;
    }

    List<GalleryTitle> galleries() {
        return PortalSession.permits(Permissions.GALLERY_READ) ? galleries.titles() : List.of();
    }

    /** Does something that may ask for the password first. */
    void sensitive(SerializableRunnable work) {
        PasswordAgain.before(signIns, work);
    }

    static boolean mayManage() {
        return PortalSession.permits(Permissions.WEBHOOK_MANAGE);
    }

    /** Shows a secret, by which the receiver checks signatures. */
    static void show(String name, String secret) {
        UI page = UI.getCurrent();
        new SecretDialog(
                        page.getTranslation("webhook.secret.heading", name),
                        page.getTranslation("webhook.secret.text"),
                        page.getTranslation("webhook.secret"),
                        secret)
                .open();
    }
}
