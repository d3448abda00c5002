package org.semblance.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.semblance.announcement.AnnouncementType;
import org.semblance.announcement.Catalogue;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryStore;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.net.HostUnknownException;
import org.semblance.platform.net.OutboundTargets;

/** What can be subscribed to, and where it may be sent. */
@ApplicationScoped
public class WebhookTerms {
    private final Catalogue catalogue;
    private final GalleryStore galleries;
    private final OutboundTargets targets;
    private final WebhookSettings settings;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected WebhookTerms() {
        this(null, null, null, null);
    }

    @Inject
    public WebhookTerms(
            Catalogue catalogue, GalleryStore galleries, OutboundTargets targets, WebhookSettings settings) {
        this.catalogue = catalogue;
        this.galleries = galleries;
        this.targets = targets;
        this.settings = settings;
    }

    List<AnnouncementType> eventTypes() {
        return catalogue.types();
    }

    void check(NewWebhook webhook) {
        checkUrl(webhook.url());
        checkEventTypes(webhook.eventTypes());
        checkGalleries(webhook.galleries());
    }

    void checkEventTypes(List<String> types) {
        for (String type : types) {
            if (catalogue.find(type).isEmpty()) {
                throw new InvalidInputException(
                        "event_types", "There is no event '" + type + "'; GET /webhooks/event-types lists them");
            }
        }
    }

    void checkGalleries(List<String> names) {
        names.forEach(gallery -> galleries.require(new GalleryName(gallery)));
    }

    /** The receiver may be set up later, so an unknown host is no reason to refuse; it is checked at each delivery. */
    void checkUrl(String url) {
        URI uri = targets.checkForm(url, "url");
        if (!settings.allowsHttp() && !"https".equalsIgnoreCase(uri.getScheme())) {
            throw new InvalidInputException("url", "url begins with https://, unless semblance.webhook.http is true");
        }
        try {
            targets.check(uri);
        } catch (HostUnknownException e) {
            return;
        }
    }
}
