package org.semblance.webhook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.KeysetPages;
import org.semblance.platform.ui.Lines;
import org.semblance.platform.ui.ListGrid;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.NarrowPage;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.TimeColumn;
import org.semblance.webhook.Webhook;
import org.semblance.webhook.delivery.Attempt;
import org.semblance.webhook.delivery.Delivery;
import org.semblance.webhook.delivery.DeliveryService;
import org.semblance.webhook.delivery.DeliveryState;

/** What was sent to a webhook, the latest first. */
final class DeliveryGrid extends ListGrid<Delivery> {
    private static final long serialVersionUID = 1L;

    private final transient DeliveryService deliveries;
    private final SerializableRunnable onChanged;
    private transient Optional<Webhook> webhook = Optional.empty();

    DeliveryGrid(DeliveryService deliveries, SerializableRunnable onChanged) {
        this.deliveries = deliveries;
        this.onChanged = onChanged;
        addComponentColumn(this::event)
                .setHeader(getTranslation("delivery.event"))
                .setFlexGrow(3);
        var attempts = addColumn(Delivery::attempts)
                .setHeader(getTranslation("delivery.attempts"))
                .setFlexGrow(1);
        var answer = addColumn(delivery -> answer(delivery.last()))
                .setHeader(getTranslation("delivery.answer"))
                .setFlexGrow(3);
        var due = TimeColumn.toTheSecond(
                        addColumn(delivery -> delivery.dueAt() == null ? "" : LocalFormat.precise(delivery.dueAt())))
                .setHeader(getTranslation("delivery.next"));
        addComponentColumn(WebhookTexts::badge)
                .setHeader(getTranslation("users.state"))
                .setWidth("9rem")
                .setFlexGrow(0);
        NarrowPage.hide(this, List.of(attempts, answer, due));
    }

    void show(Webhook shown, Optional<DeliveryState> state) {
        webhook = Optional.of(shown);
        String key = state.isPresent() ? "deliveries.none" : "deliveries.empty";
        setEmptyStateComponent(new EmptyState(PortalIcon.WEBHOOK, getTranslation(key), getTranslation(key + ".text")));
        var pages = new KeysetPages<Delivery>((before, limit) -> deliveries.list(shown.id(), state, before, limit));
        pages.fill(this);
    }

    private Component event(Delivery delivery) {
        var open = new Button(delivery.event().type(), event -> open(delivery));
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        return Lines.text(open, LocalFormat.precise(delivery.event().occurredAt()));
    }

    private void open(Delivery delivery) {
        webhook.ifPresent(shown ->
                new DeliveryDialog(deliveries, shown, deliveries.require(shown.id(), delivery.id()), onChanged).open());
    }

    static String answer(@Nullable Attempt attempt) {
        if (attempt == null) {
            return "";
        }
        String status = attempt.status() == null ? "" : attempt.status().toString();
        String error = attempt.error() == null ? "" : attempt.error();
        return (status + " " + error).strip();
    }
}
