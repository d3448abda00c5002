package org.semblance.retention.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.KeysetPages;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.TimeColumn;
import org.semblance.retention.QuarantineService;
import org.semblance.storage.MissingImage;
import org.semblance.storage.QuarantinedFile;

/** Files that no row names, and rows whose file is missing. */
final class QuarantineList extends Div {
    private static final long serialVersionUID = 1L;

    private final transient QuarantineService quarantine;
    final Grid<QuarantinedFile> files = new Grid<>();
    final Grid<MissingImage> missing = new Grid<>();

    QuarantineList(QuarantineService quarantine) {
        this.quarantine = quarantine;
        addClassName("job-list");
        buildFiles();
        buildMissing();
        add(card("retention.quarantine", files), card("retention.missing", missing));
    }

    private Component card(String key, Component grid) {
        var text = new Paragraph(getTranslation(key + ".text"));
        text.addClassName("secondary");
        var card = new Div(new H2(getTranslation(key)), text, grid);
        card.addClassNames("card", "file-list");
        return card;
    }

    private void buildFiles() {
        var pages = new KeysetPages<QuarantinedFile>(quarantine::list);
        files.addColumn(file -> file.key().value())
                .setHeader(getTranslation("retention.file"))
                .setFlexGrow(3);
        files.addColumn(file -> LocalFormat.bytes(file.size())).setHeader(getTranslation("files.size"));
        TimeColumn.toTheMinute(files.addColumn(file -> LocalFormat.format(file.since())))
                .setHeader(getTranslation("retention.since"));
        files.addComponentColumn(this::restore)
                .setKey("actions")
                .setAutoWidth(true)
                .setFlexGrow(0)
                .setVisible(PortalSession.permits(Permissions.RETENTION_MANAGE));
        files.setEmptyStateText(getTranslation("retention.quarantine.empty"));
        lazy(files);
        pages.fill(files);
    }

    private void buildMissing() {
        var pages = new KeysetPages<MissingImage>(quarantine::missing);
        missing.addColumn(image -> image.key().value())
                .setHeader(getTranslation("retention.file"))
                .setFlexGrow(3);
        TimeColumn.toTheMinute(missing.addColumn(image -> LocalFormat.format(image.since())))
                .setHeader(getTranslation("retention.since"));
        missing.setEmptyStateText(getTranslation("retention.missing.empty"));
        lazy(missing);
        pages.fill(missing);
    }

    private static void lazy(Grid<?> grid) {
        grid.addClassName("plain-grid");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setPageSize(KeysetPages.SIZE);
        grid.setHeight("20rem");
    }

    private Component restore(QuarantinedFile file) {
        var restore = new Button(getTranslation("retention.restore"), event -> {
            quarantine.restore(file.id());
            files.getDataProvider().refreshAll();
            Notice.success(getTranslation("retention.restored"));
        });
        restore.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return restore;
    }
}
