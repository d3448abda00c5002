package org.semblance.audit.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.AuditEntry;
import org.semblance.audit.AuditFormat;
import org.semblance.audit.AuditService;
import org.semblance.audit.chain.TrailVerificationService;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.ExportMenu;
import org.semblance.platform.ui.LiveView;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.TitledView;

/** What was done and refused, the newest first; the filters, and the entry that is shown in full, are in the address. */
@CdiComponent
@Route(value = "audit/:entry?([0-9]{1,18})", layout = MainLayout.class)
@Menu(title = "audit.title", order = 440, icon = "AUDIT")
@RolesAllowed(Permissions.AUDIT_READ)
public class AuditView extends Div implements BeforeEnterObserver, TitledView, LiveView {
    private static final long serialVersionUID = 1L;

    private final transient AuditService audit;
    final AuditFilters filters = new AuditFilters(query -> new AuditAddress(query, Optional.empty()).open());
    final AuditGrid grid;
    final AuditPanel panel = new AuditPanel(() -> open(null));
    final TrailCheck check;
    private volatile AuditAddress address = AuditAddress.ALL;

    @Inject
    public AuditView(AuditService audit, TrailVerificationService trail) {
        this.audit = audit;
        this.grid = new AuditGrid(audit, this::open);
        this.check = new TrailCheck(trail);
        addClassNames("view", "view-full");
        var toolbar = new Div(filters, buildExport());
        toolbar.addClassName("toolbar");
        var content = new Div(grid, panel);
        content.addClassName("split");
        add(toolbar, check, content);
    }

    private Component buildExport() {
        var export = new ExportMenu();
        for (AuditFormat format : AuditFormat.values()) {
            export.with(getTranslation("audit.export." + format.code()), event -> write(format, event));
        }
        export.setVisible(PortalSession.permits(Permissions.AUDIT_EXPORT));
        return export;
    }

    @Override
    public String title() {
        return getTranslation("audit.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = AuditAddress.of(event.getLocation(), event.getRouteParameters());
        filters.show(address.query());
        grid.show(address.query());
        AuditEntry entry = address.entry().map(audit::require).orElse(null);
        panel.show(entry);
        setClassName("person-open", entry != null);
        grid.mark(entry);
    }

    /** Only how the verification goes: the list stays as whoever reads it found it. */
    @Override
    public void refresh() {
        check.refresh();
    }

    private void open(@Nullable AuditEntry entry) {
        address.with(Optional.ofNullable(entry).map(AuditEntry::id)).open();
    }

    private void write(AuditFormat format, DownloadEvent event) throws IOException {
        var begun = audit.beginExport(address.query(), format.code());
        event.setFileName(format.fileName());
        event.setContentType(format.mediaType());
        audit.export(begun, format, event.getOutputStream());
    }
}
