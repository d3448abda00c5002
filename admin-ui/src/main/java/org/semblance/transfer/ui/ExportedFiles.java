package org.semblance.transfer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.List;
import org.semblance.identity.SignInService;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.OnPage;
import org.semblance.platform.ui.PasswordAgain;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.transfer.ExportFiles.ExportFile;
import org.semblance.transfer.ExportService;

/** The archives of galleries that can be carried away, each for some time. */
final class ExportedFiles extends Div {
    private static final long serialVersionUID = 1L;

    private final transient ExportService exports;
    private final transient SignInService signIns;
    final FileGrid<ExportFile> grid = new FileGrid<>(ExportFile::name, ExportFile::bytes, ExportedFiles::name);
    private final Paragraph none = new Paragraph(getTranslation("files.exports.none"));

    ExportedFiles(ExportService exports, SignInService signIns) {
        this.exports = exports;
        this.signIns = signIns;
        addClassNames("card", "file-list");
        grid.actions(file -> List.of(
                buildDownload(file), grid.delete(file, getTranslation("files.exports.delete.text"), this::delete)));
        var text = new Paragraph(getTranslation("files.exports.text"));
        text.addClassName("secondary");
        add(new H2(getTranslation("files.exports")), text, grid, none);
        refresh();
    }

    private void refresh() {
        List<ExportFile> files = exports.list();
        grid.show(files);
        none.setVisible(files.isEmpty());
    }

    private static Component name(ExportFile file) {
        var until = new Span(UI.getCurrent()
                .getTranslation(
                        "files.until", LocalFormat.format(file.madeAt()), LocalFormat.format(file.expiresAt())));
        until.addClassName("secondary");
        var name = new Div(new Span(file.name()), until);
        name.addClassName("failure-row");
        return name;
    }

    private Button buildDownload(ExportFile file) {
        var download =
                new Button(PortalIcon.DOWNLOAD.create(), event -> PasswordAgain.before(signIns, () -> download(file)));
        download.setAriaLabel(getTranslation("files.download.one", file.name()));
        download.setTooltipText(getTranslation("files.download"));
        download.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        return download;
    }

    /** The service has said where the archive lies, and noted who took it: the browser fetches it by an address that goes. */
    private void download(ExportFile file) {
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

    private void delete(String name) {
        exports.delete(name);
        refresh();
    }
}
