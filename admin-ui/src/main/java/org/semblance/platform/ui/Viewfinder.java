package org.semblance.platform.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.Serializable;
import java.util.Set;

/**
 * The camera of whoever sits in front. While it is on, frames come one after the other to be judged; when its button is
 * pressed, the next one is taken. The work on a frame is done in the thread of the request that brings it, without the
 * lock of the page. Nothing is kept of a frame here.
 */
public final class Viewfinder extends Div {
    private static final String SCRIPT = "scripts/camera.js";
    private static final String TAKEN = "X-Frame-Taken";
    private static final String REASON = "event.detail.reason";
    private static final Set<String> REASONS = Set.of("refused", "none", "busy", "insecure");
    private static final long serialVersionUID = 1L;

    /** Does the slow part without touching the page; what it returns then changes the page. */
    @FunctionalInterface
    public interface Work extends Serializable {
        Command apply(byte[] jpeg, boolean isTaken);
    }

    private final int maxBytes;
    private final Work work;
    public final Button start = new Button(getTranslation("camera.use"), PortalIcon.CAMERA.create(), event -> start());
    public final Button take = new Button(getTranslation("camera.take"), PortalIcon.PHOTO.create(), event -> take());
    public final Button stop = new Button(getTranslation("camera.stop"), event -> stop());
    public final Paragraph trouble = new Paragraph();
    private final Div stage = new Div();

    /** @param maxBytes how much of a frame is read at most; one byte more of what is larger */
    public Viewfinder(int maxBytes, Work work) {
        this.maxBytes = maxBytes;
        this.work = work;
        addClassName("viewfinder");
        var video = new Element("video");
        video.setAttribute("playsinline", true);
        video.setAttribute("muted", true);
        video.setAttribute("aria-label", getTranslation("camera.picture"));
        stage.addClassName("viewfinder-stage");
        stage.getElement().appendChild(video);
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        stop.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        trouble.getElement().setAttribute("role", "alert");
        var buttons = new Div(start, take, stop);
        buttons.addClassName("viewfinder-buttons");
        add(stage, trouble, buttons);
        getElement().setAttribute("target", (UploadHandler) this::receive);
        getElement().addEventListener("camera-on", event -> on(true));
        getElement()
                .addEventListener(
                        "camera-failed", event -> fail(event.getEventData().getString(REASON)))
                .addEventData(REASON);
        on(false);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJavaScript(StaticFiles.address(SCRIPT));
    }

    /** Whether what is seen now is worth taking. */
    public void setGood(boolean isGood) {
        take.setEnabled(isGood);
        stage.setClassName("viewfinder-good", isGood);
    }

    /** Turns the camera off, if it is on. */
    public void stop() {
        getElement().executeJs("window.semblanceCamera.stop(this)");
        on(false);
    }

    private void start() {
        trouble.setVisible(false);
        start.setEnabled(false);
        getElement().executeJs("window.semblanceCamera.start(this)");
    }

    private void take() {
        take.setEnabled(false);
        getElement().executeJs("window.semblanceCamera.take(this)");
    }

    private void on(boolean isOn) {
        start.setVisible(!isOn);
        start.setEnabled(true);
        take.setVisible(isOn);
        stop.setVisible(isOn);
        setClassName("viewfinder-on", isOn);
        trouble.setVisible(false);
        setGood(false);
    }

    /** Says why there is no picture, and what else can be done. */
    private void fail(String reason) {
        on(false);
        trouble.setText(getTranslation("camera.trouble." + (REASONS.contains(reason) ? reason : "failed")));
        trouble.setVisible(true);
    }

    private void receive(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        byte[] jpeg = event.getInputStream().readNBytes(maxBytes + 1);
        boolean isTaken = Boolean.parseBoolean(event.getRequest().getHeader(TAKEN));
        UiErrorHandler.guard(ui, () -> OnPage.run(ui, work.apply(jpeg, isTaken)));
    }
}
