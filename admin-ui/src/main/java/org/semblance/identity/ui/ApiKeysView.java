package org.semblance.identity.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import org.semblance.identity.keys.ApiKeySummary;
import org.semblance.identity.keys.MadeApiKey;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.AddressText;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.Confirmation;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.SecretDialog;
import org.semblance.platform.ui.TitledView;

/** The keys by which programs act in somebody's name: one's own or, in the address, everybody's. */
@CdiComponent
@Route(value = "api-keys", layout = MainLayout.class)
@Menu(title = "api-keys.title", order = 420, icon = "KEY")
@RolesAllowed({Permissions.APIKEY_CREATE, Permissions.APIKEY_MANAGE})
public class ApiKeysView extends Div implements BeforeEnterObserver, TitledView {
    private static final String WHOSE = "whose";
    private static final String OWN = "own";
    private static final String ALL = "all";
    private static final long serialVersionUID = 1L;

    private final transient KeyDesk desk;
    final Select<String> whose = new Select<>();
    final Div toolbar = new Div();
    final KeyGrid grid;
    private boolean everybodys;

    @Inject
    public ApiKeysView(KeyDesk desk) {
        this.desk = desk;
        this.grid = new KeyGrid(desk.keys(), this::openEdit, this::confirmRevoke);
        addClassNames("view", "view-full");
        whose.setLabel(getTranslation("key.whose"));
        whose.setItems(OWN, ALL);
        whose.setItemLabelGenerator(code -> Codes.of("key.whose.", code));
        whose.setVisible(PortalSession.permits(Permissions.APIKEY_MANAGE));
        whose.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                String wanted = ALL.equals(event.getValue()) ? ALL : null;
                UI.getCurrent()
                        .navigate(
                                ApiKeysView.class,
                                new AddressText().with(WHOSE, wanted).parameters());
            }
        });
        toolbar.addClassName("toolbar");
        toolbar.add(whose, new Span(getTranslation("api-keys.intro")), createButton());
        add(toolbar, grid);
    }

    @Override
    public String title() {
        return getTranslation("api-keys.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        everybodys = PortalSession.permits(Permissions.APIKEY_MANAGE)
                && AddressText.text(event.getLocation(), WHOSE)
                        .filter(ALL::equals)
                        .isPresent();
        whose.setValue(everybodys ? ALL : OWN);
        refresh();
    }

    private void refresh() {
        grid.show(
                everybodys,
                new EmptyState(
                        PortalIcon.KEY,
                        getTranslation("api-keys.empty"),
                        getTranslation("api-keys.empty.text"),
                        createButton()));
    }

    private Button createButton() {
        var create = new Button(getTranslation("key.create"), PortalIcon.ADD.create(), event -> openCreate());
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.setVisible(PortalSession.permits(Permissions.APIKEY_CREATE));
        return create;
    }

    private void openCreate() {
        new CreateKeyDialog(desk, this::made).open();
    }

    private void made(MadeApiKey key) {
        refresh();
        new SecretDialog(
                        getTranslation("key.made.heading", key.summary().name()),
                        getTranslation("key.made.text"),
                        getTranslation("key.made"),
                        key.text())
                .open();
    }

    private void openEdit(ApiKeySummary key) {
        new EditKeyDialog(desk, key, () -> {
                    refresh();
                    Notice.success(getTranslation("key.saved"));
                })
                .open();
    }

    private void confirmRevoke(ApiKeySummary key) {
        Confirmation.ask(
                getTranslation("own-keys.revoke.heading", key.name()),
                getTranslation("own-keys.revoke.text"),
                getTranslation("own-keys.revoke"),
                () -> revoke(key));
    }

    private void revoke(ApiKeySummary key) {
        desk.keys().revoke(key.id());
        refresh();
        Notice.success(getTranslation("own-keys.revoked", key.name()));
    }
}
