package org.semblance.privacy.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;
import org.semblance.gallery.ui.PersonChoices;
import org.semblance.gallery.ui.PersonPicker;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.AddressText;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.LiveView;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.TitledView;
import org.semblance.privacy.erasure.Erasure;
import org.semblance.privacy.erasure.ErasureService;

/** The way to a person's consents, holds, export and erasure, and all erasures; the state is in the address. */
@CdiComponent
@Route(value = "privacy", layout = MainLayout.class)
@Menu(title = "privacy.title", order = 450, icon = "PRIVACY")
@RolesAllowed({Permissions.CONSENT_READ, Permissions.HOLD_MANAGE, Permissions.PRIVACY_EXPORT, Permissions.ERASURE_READ})
public class PrivacyView extends Div implements BeforeEnterObserver, TitledView, LiveView {
    private static final String STATE = "state";
    private static final long serialVersionUID = 1L;

    final PersonPicker picker;
    final Select<Erasure.State> state = new Select<>();
    final ErasureGrid grid;
    private Optional<Erasure.State> wanted = Optional.empty();

    @Inject
    public PrivacyView(PersonChoices persons, ErasureService erasures) {
        this.picker = new PersonPicker(persons);
        this.grid = new ErasureGrid(erasures);
        addClassNames("view", "view-full");
        picker.setVisible(PortalSession.permits(Permissions.PERSON_READ));
        picker.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                UI.getCurrent().navigate("privacy/" + event.getValue().id());
            }
        });
        state.setLabel(getTranslation("privacy.erasures"));
        state.setItems(Erasure.State.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(getTranslation("filter.any"));
        state.setItemLabelGenerator(
                one -> one == null ? getTranslation("filter.any") : Codes.of("erasure.state.", one));
        state.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                open(Optional.ofNullable(event.getValue()));
            }
        });
        boolean seesErasures = PortalSession.permits(Permissions.ERASURE_READ);
        state.setVisible(seesErasures);
        grid.setVisible(seesErasures);
        var holds = new RouterLink(getTranslation("all-holds.title"), HoldsView.class);
        holds.setVisible(PortalSession.permits(Permissions.HOLD_MANAGE));
        var toolbar = new Div(picker, state, new Span(getTranslation("privacy.intro")), holds);
        toolbar.addClassNames("toolbar", "privacy-toolbar");
        add(toolbar, grid);
    }

    @Override
    public String title() {
        return getTranslation("privacy.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        wanted = AddressText.text(event.getLocation(), STATE).flatMap(code -> Stream.of(Erasure.State.values())
                .filter(one -> one.code().equals(code))
                .findFirst());
        state.setValue(wanted.orElse(null));
        refresh();
    }

    @Override
    public void refresh() {
        if (grid.isVisible()) {
            grid.show(wanted);
        }
    }

    private static void open(Optional<Erasure.State> wanted) {
        var address =
                new AddressText().with(STATE, wanted.map(Erasure.State::code).orElse(null));
        UI.getCurrent().navigate(PrivacyView.class, address.parameters());
    }
}
