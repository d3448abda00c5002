package org.semblance.health.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import org.semblance.platform.Permissions;
import org.semblance.platform.SystemHealth;
import org.semblance.platform.SystemHealth.Check;
import org.semblance.platform.SystemHealthService;
import org.semblance.platform.ui.Facts;
import org.semblance.platform.ui.LiveView;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.TitledView;

/** How the server that answers is: what each of its checks found, and what it is that runs. What is unwell comes first. */
@CdiComponent
@Route(value = "health", layout = MainLayout.class)
@Menu(title = "health.title", order = 390, icon = "HEALTH")
@RolesAllowed(Permissions.METRICS_READ)
public class HealthView extends Div implements BeforeEnterObserver, TitledView, LiveView {
    private static final long serialVersionUID = 1L;

    private final transient SystemHealthService health;
    final Span summary = new Span();
    final Div checks = new Div();
    final Facts facts = new Facts();

    @Inject
    public HealthView(SystemHealthService health) {
        this.health = health;
        addClassName("view");
        var again = new Button(getTranslation("health.again"), PortalIcon.RESTART.create(), event -> refresh());
        var toolbar = new Div(summary, again);
        toolbar.addClassName("toolbar");
        summary.getElement().setAttribute("role", "status");
        checks.addClassName("cards");
        var about = new H2(getTranslation("health.about"));
        about.addClassName("section-heading");
        var card = new Div(facts);
        card.addClassName("card");
        add(toolbar, checks, about, card);
    }

    @Override
    public String title() {
        return getTranslation("health.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        refresh();
    }

    @Override
    public void refresh() {
        SystemHealth found = health.look();
        long unwell = found.checks().stream().filter(check -> !check.isWell()).count();
        String now = LocalFormat.timeOfDay(Instant.now());
        summary.setText(
                unwell == 0
                        ? getTranslation("health.all-well", found.checks().size(), now)
                        : getTranslation(
                                "health.some-unwell", unwell, found.checks().size(), now));
        checks.removeAll();
        found.checks().stream()
                .sorted(Comparator.comparing(Check::state).thenComparing(Check::name))
                .forEach(check -> checks.add(new CheckCard(check)));
        showFacts(found);
    }

    private void showFacts(SystemHealth found) {
        facts.removeAll();
        fact("health.version", found.build().version());
        fact("health.schema", found.build().schema());
        fact("health.node", found.host().node());
        fact("health.started", LocalFormat.format(found.host().startedAt()));
        fact(
                "health.memory",
                getTranslation(
                        "health.memory.of",
                        LocalFormat.bytes(found.host().memoryUsed()),
                        LocalFormat.bytes(found.host().memoryMost())));
        fact("health.processors", LocalFormat.format(found.host().processors()));
        fact("health.java", found.build().java());
        fact("health.system", found.build().system());
    }

    private void fact(String label, String value) {
        facts.fact(getTranslation(label), value);
    }
}
