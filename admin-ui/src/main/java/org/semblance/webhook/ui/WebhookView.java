package org.semblance.webhook.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.AddressText;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.Crumb;
import org.semblance.platform.ui.LiveView;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.TitledView;
import org.semblance.webhook.Webhook;
import org.semblance.webhook.WebhookId;
import org.semblance.webhook.delivery.DeliveryState;

/** One webhook with what was sent; which deliveries are listed is in the address. */
@CdiComponent
@Route(value = "webhooks/:webhook([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", layout = MainLayout.class)
@RolesAllowed(Permissions.WEBHOOK_READ)
public class WebhookView extends Div implements BeforeEnterObserver, TitledView, LiveView {
    private static final String STATE = "state";
    private static final long serialVersionUID = 1L;

    private final transient WebhookDesk desk;
    final WebhookCard card;
    final Select<DeliveryState> state = new Select<>();
    final DeliveryGrid grid;
    private transient WebhookId id = new WebhookId(new UUID(0, 0));
    private String name = "";

    @Inject
    public WebhookView(WebhookDesk desk) {
        this.desk = desk;
        this.card = new WebhookCard(desk, this::refresh);
        this.grid = new DeliveryGrid(desk.deliveries(), this::refresh);
        addClassNames("view", "view-full");
        state.setLabel(getTranslation("users.state"));
        state.setItems(DeliveryState.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(getTranslation("filter.any"));
        state.setItemLabelGenerator(
                one -> one == null ? getTranslation("filter.any") : Codes.of("delivery.state.", one));
        state.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                open(Optional.ofNullable(event.getValue()));
            }
        });
        var heading = new H2(getTranslation("deliveries.title"));
        heading.addClassName("section-heading");
        var toolbar = new Div(heading, state);
        toolbar.addClassName("card-header");
        add(card, toolbar, grid);
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(new Crumb(getTranslation("webhooks.title"), "webhooks"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = WebhookId.of(event.getRouteParameters().get("webhook").orElseThrow());
        Optional<DeliveryState> wanted = AddressText.text(event.getLocation(), STATE)
                .flatMap(code -> Stream.of(DeliveryState.values())
                        .filter(one -> one.code().equals(code))
                        .findFirst());
        state.setValue(wanted.orElse(null));
        refresh();
    }

    @Override
    public void refresh() {
        Webhook webhook = desk.webhooks().require(id);
        name = webhook.terms().name();
        card.show(webhook);
        grid.show(webhook, Optional.ofNullable(state.getValue()));
    }

    private void open(Optional<DeliveryState> wanted) {
        var address =
                new AddressText().with(STATE, wanted.map(DeliveryState::code).orElse(null));
        UI.getCurrent()
                .navigate(WebhookView.class, new RouteParameters("webhook", id.toString()), address.parameters());
    }
}
