package org.semblance.transfer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.semblance.platform.ui.Confirmation;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.transfer.UploadFiles;
import org.semblance.transfer.UploadService;

/** The files that people have sent for jobs to read, and the way to send more. */
final class ImportFiles extends Div {
    private static final long serialVersionUID = 1L;

    private final transient UploadService uploads;
    final Grid<UploadFiles.UploadFile> grid = new Grid<>();
    final PieceUpload upload;

    ImportFiles(UploadService uploads) {
        this.uploads = uploads;
        addClassNames("card", "file-list");
        upload = new PieceUpload(uploads, this::arrived);
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setAllRowsVisible(true);
        grid.addColumn(UploadFiles.UploadFile::name)
                .setHeader(getTranslation("files.name"))
                .setFlexGrow(3);
        grid.addColumn(file -> LocalFormat.bytes(file.bytes()))
                .setHeader(getTranslation("files.size"))
                .setTextAlign(ColumnTextAlign.END);
        grid.addComponentColumn(this::actions)
                .setKey("actions")
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth("6rem");
        var text = new Paragraph(getTranslation("files.imports.text"));
        text.addClassName("secondary");
        add(new H2(getTranslation("files.imports")), text, upload, grid);
        refresh();
    }

    private void refresh() {
        List<UploadFiles.UploadFile> files = uploads.list();
        grid.setItems(files);
        grid.setVisible(!files.isEmpty());
    }

    private void arrived(String name) {
        upload.clearFileList();
        Notice.success(getTranslation("files.arrived", name));
        getElement().executeJs("return true").then(ignored -> refresh());
    }

    private Component actions(UploadFiles.UploadFile file) {
        var delete = new Button(PortalIcon.DELETE.create(), event -> confirmDelete(file));
        delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_ERROR);
        delete.setAriaLabel(getTranslation("files.delete.one", file.name()));
        delete.setTooltipText(getTranslation("action.delete"));
        return delete;
    }

    private void confirmDelete(UploadFiles.UploadFile file) {
        Confirmation.ask(
                getTranslation("files.delete.heading", file.name()),
                getTranslation("files.delete.text"),
                getTranslation("action.delete"),
                () -> {
                    uploads.delete(file.name());
                    refresh();
                });
    }
}
