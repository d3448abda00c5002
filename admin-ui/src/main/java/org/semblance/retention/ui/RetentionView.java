package org.semblance.retention.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.TitledView;
import org.semblance.retention.DryRun;
import org.semblance.retention.QuarantineService;
import org.semblance.retention.RetentionService;

/** How long things are kept, what went, and which pictures have lost their rows or their files. */
@CdiComponent
@Route(value = "retention/:part?(policies|reports|images)", layout = MainLayout.class)
@Menu(title = "retention.title", order = 330, icon = "RETENTION")
@RolesAllowed(Permissions.RETENTION_READ)
public class RetentionView extends Div implements BeforeEnterObserver, TitledView {
    private static final String PART = "part";
    private static final List<String> PARTS = List.of("policies", "reports", "images");
    private static final long serialVersionUID = 1L;

    private final transient RetentionService retention;
    private final transient QuarantineService quarantine;
    final Tabs tabs = new Tabs();
    final Button dryRun = new Button(getTranslation("retention.dry-run"), event -> count());
    final Span summary = new Span();
    final PolicyGrid policies;
    private final Div content = new Div();

    @Inject
    public RetentionView(RetentionService retention, QuarantineService quarantine) {
        this.retention = retention;
        this.quarantine = quarantine;
        this.policies = new PolicyGrid(retention, this::showPolicies);
        addClassName("view");
        PARTS.forEach(part -> tabs.add(new Tab(getTranslation("retention.part." + part))));
        tabs.addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                UI.getCurrent()
                        .navigate(RetentionView.class, new RouteParameters(PART, PARTS.get(tabs.getSelectedIndex())));
            }
        });
        summary.getElement().setAttribute("role", "status");
        content.addClassName("job-list");
        add(tabs, content);
    }

    @Override
    public String title() {
        return getTranslation("retention.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String part = event.getRouteParameters().get(PART).orElse(PARTS.get(0));
        tabs.setSelectedIndex(PARTS.indexOf(part));
        content.removeAll();
        switch (part) {
            case "reports" -> content.add(new ReportList(retention));
            case "images" -> content.add(new QuarantineList(quarantine));
            default -> showPolicies();
        }
    }

    private void showPolicies() {
        content.removeAll();
        var toolbar = new Div(new Span(getTranslation("retention.intro")), summary, dryRun);
        toolbar.addClassName("toolbar");
        policies.show();
        var card = new Div(policies);
        card.addClassNames("card", "policies");
        content.add(toolbar, card);
    }

    private void count() {
        List<DryRun> found = policies.count();
        summary.setText(getTranslation(
                "retention.dry-run.found",
                LocalFormat.format(
                        found.stream().mapToLong(run -> run.found().rows()).sum()),
                LocalFormat.bytes(
                        found.stream().mapToLong(run -> run.found().bytes()).sum())));
    }
}
