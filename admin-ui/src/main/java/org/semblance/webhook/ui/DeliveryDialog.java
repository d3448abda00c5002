package org.semblance.webhook.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableRunnable;
import org.semblance.platform.ui.Facts;
import org.semblance.platform.ui.FormNotes;
import org.semblance.platform.ui.Lines;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.webhook.Webhook;
import org.semblance.webhook.delivery.Attempt;
import org.semblance.webhook.delivery.Delivery;
import org.semblance.webhook.delivery.DeliveryService;
import org.semblance.webhook.delivery.DeliveryState;

/** A delivery in full: what was sent, each attempt with its answer, and the way to send it again. */
final class DeliveryDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    final FormNotes notes = new FormNotes();
    final UnorderedList attempts = new UnorderedList();
    final Button replay = new Button(getTranslation("delivery.replay"), PortalIcon.RESTART.create());

    DeliveryDialog(
            DeliveryService deliveries, Webhook webhook, DeliveryService.Story story, SerializableRunnable onReplayed) {
        Delivery delivery = story.delivery();
        setHeaderTitle(getTranslation("delivery.heading", delivery.id().toString()));
        setWidth("44rem");
        attempts.addClassName("plain-list");
        story.attempts().forEach(attempt -> attempts.add(Lines.item(Lines.text(line(attempt), answer(attempt)))));
        var body = new Pre(delivery.event().json());
        body.addClassName("payload");
        add(
                notes,
                new Facts()
                        .with("users.state", WebhookTexts.badge(delivery))
                        .with("delivery.event", delivery.event().type())
                        .with("delivery.event-id", delivery.event().id().toString()),
                new H3(getTranslation("delivery.body")),
                body,
                new H3(getTranslation("delivery.attempts")),
                attempts);
        replay.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        replay.setVisible(WebhookDesk.mayManage() && webhook.isActive() && delivery.state() != DeliveryState.PENDING);
        replay.addClickListener(event -> {
            if (notes.tried(() -> deliveries.replay(webhook.id(), delivery.id()))) {
                close();
                onReplayed.run();
                Notice.success(getTranslation("delivery.replayed"));
            }
        });
        getFooter().add(new Button(getTranslation("action.close"), event -> close()), replay);
    }

    private String line(Attempt attempt) {
        return getTranslation(
                "delivery.attempt",
                attempt.number(),
                LocalFormat.precise(attempt.recordedAt()),
                LocalFormat.format((long) attempt.durationMillis()),
                DeliveryGrid.answer(attempt));
    }

    private static String answer(Attempt attempt) {
        return attempt.answer() == null ? "" : attempt.answer();
    }
}
