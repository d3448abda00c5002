package org.semblance.platform.ui;

import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;

/** What a control that takes files says, in the user's language. */
public final class UploadTexts {
    private static final int MEGA = 1024 * 1024;

    private UploadTexts() {}

    /** The texts for files of at most so many bytes. */
    public static UploadI18N of(Upload upload, long maxBytes) {
        return new UploadI18N()
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(upload.getTranslation("upload.too-many"))
                        .setFileIsTooBig(upload.getTranslation("upload.too-big", maxBytes / MEGA))
                        .setIncorrectFileType(upload.getTranslation("upload.wrong-type")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(upload.getTranslation("upload.connecting"))
                                .setStalled(upload.getTranslation("upload.stalled"))
                                .setProcessing(upload.getTranslation("upload.processing"))
                                .setHeld(upload.getTranslation("upload.held")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(upload.getTranslation("upload.remaining"))
                                .setUnknown(upload.getTranslation("upload.remaining-unknown")))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(upload.getTranslation("upload.unavailable"))
                                .setUnexpectedServerError(upload.getTranslation("upload.unexpected"))
                                .setForbidden(upload.getTranslation("upload.forbidden"))));
    }
}
