package org.semblance.webhook.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Confirmation;
import org.semblance.platform.ui.Facts;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.webhook.Webhook;
import org.semblance.webhook.WebhookPatch;

/** What a webhook is about, how it goes, and what can be done to it. */
final class WebhookCard extends Div {
    /** Long enough to bring the new secret to the receiver. */
    private static final Duration OVERLAP = Duration.ofHours(24);

    private static final long serialVersionUID = 1L;

    private final transient WebhookDesk desk;
    private final SerializableRunnable onChanged;

    WebhookCard(WebhookDesk desk, SerializableRunnable onChanged) {
        this.desk = desk;
        this.onChanged = onChanged;
        addClassName("card");
    }

    void show(Webhook webhook) {
        removeAll();
        var header = new Div(new H2(webhook.terms().name()), WebhookTexts.badge(webhook));
        header.addClassName("card-header");
        add(header, facts(webhook));
        if (WebhookDesk.mayManage()) {
            add(actions(webhook));
        }
    }

    private Facts facts(Webhook webhook) {
        var terms = webhook.terms();
        var types = new Div();
        types.addClassName("badges");
        terms.eventTypes().forEach(type -> types.add(new Badge(Badge.Tone.NEUTRAL, type)));
        var facts = new Facts()
                .with("webhook.url", terms.url())
                .with("webhook.types", types)
                .with(
                        "webhook.galleries",
                        terms.galleries().isEmpty()
                                ? getTranslation("webhook.galleries.all")
                                : String.join(", ", terms.galleries()))
                .with(
                        "webhook.created",
                        getTranslation(
                                "webhook.created.by", LocalFormat.format(webhook.createdAt()), webhook.createdBy()));
        Instant failing = webhook.failingSince();
        if (failing != null) {
            facts.with("webhook.failing-since", LocalFormat.format(failing));
        }
        Instant old = webhook.oldSecretUntil();
        if (old != null && old.isAfter(Instant.now())) {
            facts.with("webhook.old-secret", LocalFormat.format(old));
        }
        return facts;
    }

    private Div actions(Webhook webhook) {
        var edit = new Button(getTranslation("action.edit"), PortalIcon.EDIT.create(), event -> new WebhookDialog(
                        desk, webhook, changed -> onChanged.run())
                .open());
        var test = new Button(getTranslation("webhook.test"), event -> test(webhook));
        test.setEnabled(webhook.isActive());
        var turn = new Button(
                getTranslation(webhook.isActive() ? "webhook.disable" : "webhook.enable"), event -> turn(webhook));
        var rotate = new Button(getTranslation("webhook.rotate"), event -> confirmRotation(webhook));
        var delete = new Button(getTranslation("action.delete"), event -> confirmDelete(webhook));
        delete.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        var actions = new Div(edit, test, turn, rotate, delete);
        actions.addClassName("account-actions");
        return actions;
    }

    private void test(Webhook webhook) {
        desk.deliveries().test(webhook.id());
        onChanged.run();
        Notice.success(getTranslation("webhook.tested"));
    }

    private void turn(Webhook webhook) {
        var patch = new WebhookPatch(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(!webhook.isActive()));
        desk.webhooks().change(webhook.id(), patch, ExpectedVersion.of(webhook.version()));
        onChanged.run();
        Notice.success(getTranslation(webhook.isActive() ? "webhook.turned-off" : "webhook.turned-on"));
    }

    private void confirmRotation(Webhook webhook) {
        Confirmation.ask(
                getTranslation("webhook.rotate.heading"),
                getTranslation("webhook.rotate.text"),
                "webhook.rotate",
                () -> desk.sensitive(() -> {
                    var secret = desk.webhooks().rotate(webhook.id(), OVERLAP);
                    onChanged.run();
                    WebhookDesk.show(webhook.terms().name(), secret.value());
                }));
    }

    private void confirmDelete(Webhook webhook) {
        Confirmation.ask(
                getTranslation("webhook.delete.heading", webhook.terms().name()),
                getTranslation("webhook.delete.text"),
                "action.delete",
                () -> {
                    desk.webhooks().delete(webhook.id());
                    UI.getCurrent().navigate(WebhooksView.class);
                    Notice.success(
                            getTranslation("webhook.deleted", webhook.terms().name()));
                });
    }
}
