package org.semblance.transfer.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.OnPage;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.UiErrorHandler;
import org.semblance.platform.ui.UploadTexts;
import org.semblance.transfer.UploadService;

/** Takes files of any size: the page's script sends them piece by piece, each small enough for a request. */
final class PieceUpload extends Upload {
    private static final int PIECE = 4 * 1024 * 1024;
    private static final String FILE = "X-File-Name";
    private static final String OFFSET = "X-File-Offset";
    private static final String LAST = "X-File-Last";
    private static final long serialVersionUID = 1L;

    private final transient UploadService uploads;
    private final SerializableConsumer<String> onComplete;

    PieceUpload(UploadService uploads, SerializableConsumer<String> onComplete) {
        this.uploads = uploads;
        this.onComplete = onComplete;
        addClassName("photo-upload");
        setUploadHandler(new Receiver(this));
        setAcceptedFileTypes(".zip", ".csv");
        setUploadButton(new Button(getTranslation("files.choose"), PortalIcon.FILES.create()));
        setDropLabel(new Span(getTranslation("files.drop")));
        setDropLabelIcon(new Span());
        setI18n(UploadTexts.of(this, PIECE));
        addFileRejectedListener(event -> Notice.refusal(event.getErrorMessage()));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs("window.semblanceWork.sendInPieces(this, $0)", PIECE);
    }

    private boolean receive(UploadEvent event) {
        VaadinRequest request = event.getRequest();
        String name = URLDecoder.decode(request.getHeader(FILE), StandardCharsets.UTF_8);
        long offset = Long.parseLong(request.getHeader(OFFSET));
        return UiErrorHandler.guard(event.getUI(), () -> {
            uploads.append(name, offset, event.getInputStream());
            if (Boolean.parseBoolean(request.getHeader(LAST))) {
                OnPage.run(event.getUI(), () -> onComplete.accept(name));
            }
        });
    }

    /** Answers each piece; one that was refused is the last of its file. */
    private static final class Receiver implements UploadHandler {
        private static final int REFUSED = 409;
        private static final long serialVersionUID = 1L;

        private final PieceUpload owner;

        Receiver(PieceUpload owner) {
            this.owner = owner;
        }

        @Override
        public void handleUploadRequest(UploadEvent event) {
            if (!owner.receive(event)) {
                event.getResponse().setStatus(REFUSED);
            }
        }

        @Override
        public void responseHandled(boolean isTaken, VaadinResponse response) {
            if (!isTaken) {
                response.setStatus(REFUSED);
            }
        }
    }
}
