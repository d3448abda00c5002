package org.semblance.audit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.AuditEntry;
import org.semblance.audit.AuditQuery;
import org.semblance.audit.AuditService;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Cells;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.KeysetPages;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.NarrowPage;
import org.semblance.platform.ui.PortalIcon;

/** Entries of the audit trail as rows, the newest first, read page by page as the user scrolls. */
final class AuditGrid extends Grid<AuditEntry> {
    private static final long serialVersionUID = 1L;

    private final transient AuditService audit;
    private @Nullable AuditQuery shown;

    AuditGrid(AuditService audit, SerializableConsumer<AuditEntry> onOpen) {
        this.audit = audit;
        addClassNames("person-grid", "audit-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_COMPACT);
        setPageSize(KeysetPages.SIZE);
        addColumn(Cells.lines(AuditEntry::action, entry -> LocalFormat.precise(entry.occurredAt())))
                .setHeader(getTranslation("audit.action"))
                .setFlexGrow(3);
        addColumn(entry -> entry.actor().name())
                .setHeader(getTranslation("audit.actor"))
                .setTooltipGenerator(
                        entry -> Codes.of("audit.actor-kind.", entry.actor().kind()))
                .setFlexGrow(2);
        var object = addColumn(AuditGrid::object)
                .setHeader(getTranslation("audit.object"))
                .setTooltipGenerator(AuditGrid::object)
                .setFlexGrow(3);
        var outcome = addColumn(Cells.badge(AuditGrid::outcome))
                .setHeader(getTranslation("audit.outcome"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        NarrowPage.hide(this, List.of(object, outcome));
        addItemClickListener(event -> onOpen.accept(event.getItem()));
        addSelectionListener(event -> {
            if (event.isFromClient()) {
                event.getFirstSelectedItem().ifPresent(onOpen);
            }
        });
    }

    /** Shows which entries the address asks for; shown again, it keeps its place. */
    void show(AuditQuery query) {
        if (query.equals(shown)) {
            return;
        }
        shown = query;
        var all = new Button(getTranslation("filter.clear"), event -> AuditAddress.ALL.open());
        setEmptyStateComponent(
                new EmptyState(PortalIcon.AUDIT, getTranslation("audit.none"), getTranslation("audit.none.text"), all));
        readAgain();
    }

    /** Begins anew with what is the newest now. */
    void readAgain() {
        AuditQuery query = shown == null ? AuditQuery.ALL : shown;
        var pages = new KeysetPages<AuditEntry>((after, limit) -> audit.list(query, after, limit));
        pages.fill(this);
    }

    /** Marks the row that is shown in full. */
    void mark(@Nullable AuditEntry entry) {
        if (entry == null) {
            deselectAll();
        } else {
            select(entry);
        }
    }

    private static String object(AuditEntry entry) {
        String type = entry.subjectType() == null ? "" : entry.subjectType();
        return entry.subjectId() == null ? type : type + " " + entry.subjectId();
    }

    static Badge outcome(AuditEntry entry) {
        boolean done = entry.outcome().equals("success");
        return new Badge(done ? Badge.Tone.NEUTRAL : Badge.Tone.BAD, Codes.of("audit.outcome.", entry.outcome()));
    }
}
