package org.semblance.transfer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.List;
import org.semblance.identity.SignInService;
import org.semblance.platform.ui.Confirmation;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.OnPage;
import org.semblance.platform.ui.PasswordAgain;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.transfer.ExportFiles;
import org.semblance.transfer.ExportService;

/** The archives of galleries that can be carried away, each for some time. */
final class ExportedFiles extends Div {
    private static final long serialVersionUID = 1L;

    private final transient ExportService exports;
    private final transient SignInService signIns;
    final Grid<ExportFiles.ExportFile> grid = new Grid<>();
    private final Paragraph none = new Paragraph(getTranslation("files.exports.none"));

    ExportedFiles(ExportService exports, SignInService signIns) {
        this.exports = exports;
        this.signIns = signIns;
        addClassNames("card", "file-list");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setAllRowsVisible(true);
        grid.addComponentColumn(ExportedFiles::name)
                .setHeader(getTranslation("files.name"))
                .setFlexGrow(3);
        grid.addColumn(file -> LocalFormat.bytes(file.bytes()))
                .setHeader(getTranslation("files.size"))
                .setTextAlign(ColumnTextAlign.END);
        grid.addComponentColumn(this::actions)
                .setKey("actions")
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth("9rem");
        var text = new Paragraph(getTranslation("files.exports.text"));
        text.addClassName("secondary");
        add(new H2(getTranslation("files.exports")), text, grid, none);
        refresh();
    }

    private void refresh() {
        List<ExportFiles.ExportFile> files = exports.list();
        grid.setItems(files);
        grid.setVisible(!files.isEmpty());
        none.setVisible(files.isEmpty());
    }

    private static Component name(ExportFiles.ExportFile file) {
        var until = new Span(UI.getCurrent()
                .getTranslation(
                        "files.until", LocalFormat.format(file.madeAt()), LocalFormat.format(file.expiresAt())));
        until.addClassName("secondary");
        var name = new Div(new Span(file.name()), until);
        name.addClassName("failure-row");
        return name;
    }

    private Component actions(ExportFiles.ExportFile file) {
        var download =
                new Button(PortalIcon.DOWNLOAD.create(), event -> PasswordAgain.before(signIns, () -> download(file)));
        download.setAriaLabel(getTranslation("files.download.one", file.name()));
        download.setTooltipText(getTranslation("files.download"));
        download.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        var delete = new Button(PortalIcon.DELETE.create(), event -> confirmDelete(file));
        delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_ERROR);
        delete.setAriaLabel(getTranslation("files.delete.one", file.name()));
        delete.setTooltipText(getTranslation("action.delete"));
        return new Span(download, delete);
    }

    /** The service has said where the archive lies, and noted who took it: the browser fetches it by an address that goes. */
    private void download(ExportFiles.ExportFile file) {
        var path = exports.fetch(file.name());
        var link = new Anchor();
        link.setHref(DownloadHandler.forFile(path.toFile(), file.name())
                .whenComplete(isDone -> link.getUI().ifPresent(ui -> OnPage.run(ui, link::removeFromParent))));
        link.addClassName("download-link");
        link.getElement().setAttribute("aria-hidden", "true");
        link.getElement().setAttribute("tabindex", "-1");
        link.getElement().setAttribute("download", file.name());
        add(link);
        link.getElement().executeJs("this.click()");
    }

    private void confirmDelete(ExportFiles.ExportFile file) {
        Confirmation.ask(
                getTranslation("files.delete.heading", file.name()),
                getTranslation("files.exports.delete.text"),
                getTranslation("action.delete"),
                () -> {
                    exports.delete(file.name());
                    refresh();
                });
    }
}
