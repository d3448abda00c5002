package org.semblance.webhook.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.Lines;
import org.semblance.platform.ui.ListGrid;
import org.semblance.platform.ui.LiveView;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.NarrowPage;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.TimeColumn;
import org.semblance.platform.ui.TitledView;
import org.semblance.webhook.Webhook;

/** Which systems are told of what happens here, and how that goes. */
@CdiComponent
@Route(value = "webhooks", layout = MainLayout.class)
@Menu(title = "webhooks.title", order = 430, icon = "WEBHOOK")
@RolesAllowed(Permissions.WEBHOOK_READ)
public class WebhooksView extends Div implements BeforeEnterObserver, TitledView, LiveView {
    private static final long serialVersionUID = 1L;

    private final transient WebhookDesk desk;
    final Div toolbar = new Div();
    final Grid<Webhook> grid = new ListGrid<>();

    @Inject
    public WebhooksView(WebhookDesk desk) {
        this.desk = desk;
        addClassNames("view", "view-full");
        toolbar.addClassName("toolbar");
        toolbar.add(new Span(getTranslation("webhooks.intro")), createButton());
        grid.addComponentColumn(hook -> Lines.text(
                        new Anchor("webhooks/" + hook.id(), hook.terms().name()),
                        hook.terms().url()))
                .setHeader(getTranslation("webhook.name"))
                .setFlexGrow(4);
        var types = grid.addColumn(hook -> String.join(", ", hook.terms().eventTypes()))
                .setHeader(getTranslation("webhook.types"))
                .setTooltipGenerator(hook -> String.join(", ", hook.terms().eventTypes()))
                .setFlexGrow(3);
        var failing = TimeColumn.toTheMinute(grid.addColumn(
                        hook -> hook.failingSince() == null ? "" : LocalFormat.format(hook.failingSince())))
                .setHeader(getTranslation("webhook.failing-since"));
        grid.addComponentColumn(WebhookTexts::badge)
                .setHeader(getTranslation("users.state"))
                .setWidth("10rem")
                .setFlexGrow(0);
        grid.setEmptyStateComponent(new EmptyState(
                PortalIcon.WEBHOOK,
                getTranslation("webhooks.empty"),
                getTranslation("webhooks.empty.text"),
                createButton()));
        NarrowPage.hide(grid, List.of(types, failing));
        add(toolbar, grid);
    }

    @Override
    public String title() {
        return getTranslation("webhooks.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        refresh();
    }

    @Override
    public void refresh() {
        grid.setItems(desk.webhooks().list());
    }

    private Button createButton() {
        var create = new Button(getTranslation("webhook.create"), PortalIcon.ADD.create(), event -> openCreate());
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.setVisible(WebhookDesk.mayManage());
        return create;
    }

    private void openCreate() {
        new WebhookDialog(desk, null, made -> UI.getCurrent().navigate("webhooks/" + made.id())).open();
    }
}
