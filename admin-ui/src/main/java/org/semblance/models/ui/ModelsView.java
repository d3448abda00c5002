package org.semblance.models.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.semblance.models.PackOverview;
import org.semblance.models.PackService;
import org.semblance.models.PackUseService;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Confirmation;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.LiveView;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.TitledView;
import org.semblance.vision.install.InstalledPack;
import org.semblance.vision.pack.CataloguePack;

import static java.util.Objects.requireNonNull;

/** The packs of models: those here, the one in use, and those that can be fetched. */
@CdiComponent
@Route(value = "models", layout = MainLayout.class)
@Menu(title = "models.title", order = 340, icon = "MODELS")
@RolesAllowed(Permissions.MODEL_READ)
public class ModelsView extends Div implements BeforeEnterObserver, TitledView, LiveView {
    private static final long serialVersionUID = 1L;

    private final transient PackService packs;
    private final transient PackUseService use;
    final ActivationPanel activation = new ActivationPanel();
    final Div installed = new Div();
    final Div catalogue = new Div();

    @Inject
    public ModelsView(PackService packs, PackUseService use) {
        this.packs = packs;
        this.use = use;
        addClassName("view");
        installed.addClassNames("cards", "wide-cards");
        catalogue.addClassNames("cards", "wide-cards");
        add(activation, installed);
        if (PortalSession.permits(Permissions.MODEL_MANAGE)) {
            add(new PackUpload(packs, this::refresh));
        }
        var heading = new H2(getTranslation("models.catalogue"));
        heading.addClassName("section-heading");
        add(heading, catalogue);
    }

    @Override
    public String title() {
        return getTranslation("models.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        refresh();
    }

    @Override
    public void refresh() {
        activation.show(use.activation());
        List<PackOverview> here = packs.list();
        installed.removeAll();
        here.forEach(pack -> installed.add(card(pack)));
        if (here.isEmpty()) {
            installed.add(new EmptyState(
                    PortalIcon.MODELS, getTranslation("models.empty"), getTranslation("models.empty.text")));
        }
        Set<String> names = here.stream().map(pack -> pack.installed().name()).collect(Collectors.toSet());
        catalogue.removeAll();
        packs.catalogue().stream()
                .filter(pack -> !names.contains(pack.name()))
                .forEach(pack -> catalogue.add(card(pack)));
    }

    private PackCard card(PackOverview pack) {
        var card = new PackCard(pack);
        String name = pack.installed().name();
        card.check.addClickListener(event -> {
            packs.verify(name);
            Notice.success(getTranslation("models.checked", name));
        });
        card.activate.addClickListener(event -> openActivate(pack.installed()));
        card.remove.addClickListener(event -> Confirmation.ask(
                getTranslation("models.remove.heading", name),
                getTranslation("models.remove.text"),
                getTranslation("action.delete"),
                () -> {
                    use.remove(name);
                    refresh();
                }));
        return card;
    }

    private void openActivate(InstalledPack pack) {
        var dialog = new LicenceDialog(
                getTranslation("models.activate"),
                getTranslation("models.activate.text", pack.name()),
                requireNonNull(pack.pack()).licence(),
                !pack.awaitsAcceptance());
        dialog.allowSkipped.setVisible(true);
        dialog.submit(() -> {
                    use.activate(pack.name(), dialog.isAccepted(), dialog.allowSkipped.getValue());
                    refresh();
                })
                .open();
    }

    private CatalogueCard card(CataloguePack pack) {
        var card = new CatalogueCard(pack);
        card.install.addClickListener(event -> {
            var dialog = new LicenceDialog(
                    getTranslation("models.install"),
                    getTranslation("models.install.text", pack.name(), LocalFormat.bytes(pack.bytes())),
                    pack.licence(),
                    false);
            dialog.submit(() -> Notice.success(getTranslation(
                            "jobs.started",
                            packs.fetch(pack.name(), dialog.isAccepted()).toString())))
                    .open();
        });
        return card;
    }
}
