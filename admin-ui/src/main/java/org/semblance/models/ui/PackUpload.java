package org.semblance.models.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.function.SerializableRunnable;
import org.semblance.models.PackOverview;
import org.semblance.models.PackService;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.OnPage;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.UiErrorHandler;
import org.semblance.platform.ui.UploadTexts;

/** Installs a pack from an archive that somebody sends. */
final class PackUpload extends Div {
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final long serialVersionUID = 1L;

    final Upload upload = new Upload();
    final Checkbox accept = new Checkbox(getTranslation("models.licence.accept-any"));

    PackUpload(PackService packs, SerializableRunnable onInstalled) {
        addClassNames("card", "pack-upload");
        upload.addClassName("photo-upload");
        upload.setAcceptedFileTypes(".zip");
        upload.setMaxFiles(1);
        upload.setMaxFileSize((int) MOST_BYTES);
        upload.setUploadButton(new Button(getTranslation("models.upload.choose"), PortalIcon.MODELS.create()));
        upload.setDropLabel(new Span(getTranslation("models.upload.drop")));
        upload.setDropLabelIcon(new Span());
        upload.setI18n(UploadTexts.of(upload, MOST_BYTES));
        upload.addFileRejectedListener(event -> Notice.refusal(event.getErrorMessage()));
        upload.setUploadHandler(event -> {
            boolean isAccepted = accept.getValue();
            UiErrorHandler.guard(event.getUI(), () -> {
                PackOverview pack = packs.install(event.getInputStream(), isAccepted);
                OnPage.run(
                        event.getUI(),
                        () -> Notice.success(getTranslation(
                                "models.installed.now", pack.installed().name())));
            });
            OnPage.run(event.getUI(), () -> {
                upload.clearFileList();
                getElement().executeJs("return true").then(ignored -> onInstalled.run());
            });
        });
        var text = new Paragraph(getTranslation("models.upload.text"));
        text.addClassName("secondary");
        add(new H2(getTranslation("models.upload")), text, upload, accept);
    }
}
