package org.semblance.retention.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableRunnable;
import jakarta.persistence.Column;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Cells;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.NarrowPage;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.retention.DryRun;
import org.semblance.retention.RetentionPolicy;
import org.semblance.retention.RetentionService;

/** How long each kind of thing is kept, and after a dry run what would go now. */
final class PolicyGrid extends Grid<RetentionPolicy> {
    private static final long serialVersionUID = 1L;

    private final transient RetentionService retention;
    private final SerializableRunnable onChanged;
    private transient Map<String, DryRun> found = Map.of();
    private final Column<RetentionPolicy> kept;
    private final Column<RetentionPolicy> wouldGo;
    private boolean isWide = true;

    PolicyGrid(RetentionService retention, SerializableRunnable onChanged) {
        this.retention = retention;
        this.onChanged = onChanged;
        addClassName("plain-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setAllRowsVisible(true);
        addColumn(kind()).setHeader(getTranslation("retention.kind")).setFlexGrow(3);
        kept = addColumn(Cells.badge(PolicyGrid::period))
                .setHeader(getTranslation("retention.kept"))
                .setWidth("7rem")
                .setFlexGrow(0);
        wouldGo = addComponentColumn(this::wouldGo)
                .setHeader(getTranslation("retention.would-go"))
                .setWidth("7rem")
                .setFlexGrow(0);
        wouldGo.setVisible(false);
        addComponentColumn(this::edit)
                .setKey("actions")
                .setWidth("5.5rem")
                .setFlexGrow(0)
                .setVisible(PortalSession.permits(Permissions.RETENTION_MANAGE));
        NarrowPage.follow(this, this::fit);
    }

    /** On a narrow page how long it is kept stands beneath what it is. */
    private void fit(boolean hasRoom) {
        isWide = hasRoom;
        kept.setVisible(hasRoom);
        getDataProvider().refreshAll();
    }

    void show() {
        setItems(retention.list());
    }

    /** Counts what a purge would remove now; removes nothing. */
    List<DryRun> count() {
        List<DryRun> counted = retention.dryRun();
        found = counted.stream().collect(Collectors.toMap(one -> one.policy().kind(), one -> one));
        wouldGo.setVisible(true);
        getDataProvider().refreshAll();
        return counted;
    }

    private LitRenderer<RetentionPolicy> kind() {
        return LitRenderer.<RetentionPolicy>of("""
                        <div class="list-text">
                          <span>${item.kind}</span>
                          ${item.kept ? html`<span class="${item.look}">${item.kept}</span>` : ''}
                          <span class="secondary">${item.holds}</span>
                          ${item.change ? html`<span class="secondary">${item.change}</span>` : ''}
                        </div>
                        """)
                .withProperty("kind", policy -> Periods.kind(policy.kind(), policy.kind()))
                .withProperty("holds", Periods::holds)
                .withProperty("kept", policy -> isWide ? "" : period(policy).getText())
                .withProperty(
                        "look",
                        policy -> Objects.requireNonNullElse(period(policy).getClassName(), ""))
                .withProperty("change", this::change);
    }

    private String change(RetentionPolicy policy) {
        var change = policy.change();
        return change == null ? "" : getTranslation("retention.changed", change.by(), LocalFormat.format(change.at()));
    }

    private static Span period(RetentionPolicy policy) {
        return policy.enabled()
                ? new Span(Periods.of(policy.period()))
                : new Badge(Badge.Tone.WARNING, UI.getCurrent().getTranslation("retention.for-ever"));
    }

    private Component wouldGo(RetentionPolicy policy) {
        DryRun run = found.get(policy.kind());
        if (run == null) {
            return new Span("–");
        }
        var details = new Span(LocalFormat.bytes(run.found().bytes()));
        details.addClassName("secondary");
        var text = new Div(new Span(LocalFormat.format(run.found().rows())), details);
        text.addClassName("list-text");
        if (run.found().held() > 0) {
            var held = new Span(getTranslation("retention.held", run.found().held()));
            held.addClassName("secondary");
            text.add(held);
        }
        return text;
    }

    private Component edit(RetentionPolicy policy) {
        var edit = new Button(PortalIcon.EDIT.create(), event -> new PolicyDialog(policy, retention, onChanged).open());
        edit.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        edit.setAriaLabel(getTranslation("retention.edit.one", Periods.kind(policy.kind(), policy.kind())));
        edit.setTooltipText(getTranslation("action.edit"));
        return edit;
    }
}
