package org.semblance.transfer.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.semblance.platform.ui.Notice;
import org.semblance.transfer.UploadFiles.UploadFile;
import org.semblance.transfer.UploadService;

/** The files that people have sent for jobs to read, and the way to send more. */
final class ImportFiles extends Div {
    private static final long serialVersionUID = 1L;

    private final transient UploadService uploads;
    final FileGrid<UploadFile> grid =
            new FileGrid<>(UploadFile::name, UploadFile::bytes, file -> new Span(file.name()));
    final PieceUpload upload;

    ImportFiles(UploadService uploads) {
        this.uploads = uploads;
        addClassNames("card", "file-list");
        upload = new PieceUpload(uploads, this::arrived);
        grid.actions(file -> List.of(grid.delete(file, getTranslation("files.delete.text"), this::delete)));
        var text = new Paragraph(getTranslation("files.imports.text"));
        text.addClassName("secondary");
        add(new H2(getTranslation("files.imports")), text, upload, grid);
        refresh();
    }

    private void refresh() {
        grid.show(uploads.list());
    }

    private void arrived(String name) {
        upload.clearFileList();
        Notice.success(getTranslation("files.arrived", name));
        getElement().executeJs("return true").then(ignored -> refresh());
    }

    private void delete(String name) {
        uploads.delete(name);
        refresh();
    }
}
