package org.semblance.gallery.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.Serializable;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.OnPage;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.UiErrorHandler;
import org.semblance.platform.ui.UploadTexts;
import org.semblance.vision.Photo;

/**
 * Takes photos, chosen or dropped. The work on a photo is done in the thread of the request that brings it: there the
 * container knows the caller, and the page is not locked and can show progress.
 */
public final class PhotoUpload extends Upload {
    private static final long serialVersionUID = 1L;

    /** Does the slow part without touching the page; what it returns then changes the page. */
    @FunctionalInterface
    public interface Work extends Serializable {
        Command apply(Photo photo);
    }

    private final int maxBytes;
    private final Work work;
    private SerializableRunnable onBegin = () -> {};
    private SerializableRunnable onEnd = () -> {};

    public PhotoUpload(PhotoLimits limits, Work work) {
        this.maxBytes = limits.maxBytes();
        this.work = work;
        addClassName("photo-upload");
        setUploadHandler(this::receive);
        setAcceptedFileTypes("image/*");
        setMaxFileSize(maxBytes);
        setUploadButton(new Button(getTranslation("upload.choose"), PortalIcon.PHOTO.create()));
        setDropLabel(new Span(getTranslation("upload.drop")));
        setDropLabelIcon(new Span());
        setI18n(UploadTexts.of(this, maxBytes));
        addFileRejectedListener(event -> Notice.refusal(event.getErrorMessage()));
    }

    /** Runs on the page before and after the work on a photo, whether it succeeds or not. */
    public PhotoUpload around(SerializableRunnable begin, SerializableRunnable end) {
        this.onBegin = begin;
        this.onEnd = end;
        return this;
    }

    private void receive(UploadEvent event) {
        UI ui = event.getUI();
        OnPage.run(ui, onBegin::run);
        UiErrorHandler.guard(ui, () -> {
            Photo photo = Photo.read(event.getInputStream(), maxBytes);
            OnPage.run(ui, work.apply(photo));
        });
        OnPage.run(ui, () -> {
            clearFileList();
            onEnd.run();
        });
    }
}
