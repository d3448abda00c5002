package org.semblance.privacy.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.AddressText;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.Crumb;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.TitledView;
import org.semblance.privacy.HoldService;

/** The legal holds of all persons: those in force or, in the address, all that there ever were. */
@CdiComponent
@Route(value = "legal-holds", layout = MainLayout.class)
@RolesAllowed(Permissions.HOLD_MANAGE)
public class HoldsView extends Div implements BeforeEnterObserver, TitledView {
    private static final String WHICH = "which";
    private static final String IN_FORCE = "in-force";
    private static final String ALL = "all";
    private static final long serialVersionUID = 1L;

    final Select<String> which = new Select<>();
    final HoldGrid grid;

    @Inject
    public HoldsView(HoldService holds) {
        this.grid = new HoldGrid(holds);
        addClassNames("view", "view-full");
        which.setLabel(getTranslation("all-holds.which"));
        which.setItems(IN_FORCE, ALL);
        which.setItemLabelGenerator(code -> Codes.of("all-holds.which.", code));
        which.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                var address = new AddressText().with(WHICH, ALL.equals(event.getValue()) ? ALL : null);
                UI.getCurrent().navigate(HoldsView.class, address.parameters());
            }
        });
        var toolbar = new Div(which, new Span(getTranslation("all-holds.intro")));
        toolbar.addClassName("toolbar");
        add(toolbar, grid);
    }

    @Override
    public String title() {
        return getTranslation("all-holds.title");
    }

    @Override
    public List<Crumb> trail() {
        return List.of(new Crumb(getTranslation("privacy.title"), "privacy"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        boolean all =
                AddressText.text(event.getLocation(), WHICH).filter(ALL::equals).isPresent();
        which.setValue(all ? ALL : IN_FORCE);
        grid.show(all);
    }
}
