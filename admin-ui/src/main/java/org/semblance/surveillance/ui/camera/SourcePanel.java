package org.semblance.surveillance.ui.camera;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import jakarta.inject.Inject;
import java.util.Optional;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.Facts;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.pull.CameraSource;
import org.semblance.surveillance.pull.SourceNotFoundException;
import org.semblance.surveillance.pull.SourceService;
import org.semblance.surveillance.pull.SourceTrial;

/** Where the server reads a camera that sends nothing by itself, and how that goes. */
@CdiComponent
public class SourcePanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient SourceService sources;
    final Div trial = new Div();

    @Inject
    public SourcePanel(SourceService sources) {
        this.sources = sources;
        addClassName("card");
        trial.getElement().setAttribute("role", "status");
        trial.addClassName("source-trial");
    }

    void show(Camera camera) {
        removeAll();
        trial.removeAll();
        Optional<CameraSource> found = find(camera);
        add(new H2(getTranslation("source.title")));
        add(found.map(this::facts).orElseGet(() -> secondary("source.none")));
        if (PortalSession.permits(Permissions.CAMERA_MANAGE)) {
            add(buildActions(camera, found), trial);
        }
    }

    private Optional<CameraSource> find(Camera camera) {
        try {
            return Optional.of(sources.require(camera.name()));
        } catch (SourceNotFoundException e) {
            return Optional.empty();
        }
    }

    private Component facts(CameraSource source) {
        var state = source.state();
        var facts = new Facts()
                .fact(getTranslation("source.state"), badge(source))
                .fact(getTranslation("source.kind"), Codes.of("source.kind.", source.kind()))
                .fact(getTranslation("source.url"), source.url())
                .fact(getTranslation("source.rate"), LocalFormat.format(source.framesPerSecond()));
        if (source.username() != null) {
            facts.fact(getTranslation("source.username"), source.username());
        }
        if (state.node() != null) {
            facts.fact(getTranslation("source.node"), state.node());
        }
        if (state.error() != null) {
            facts.fact(getTranslation("source.error"), Codes.of("source.error.", state.error()));
        }
        if (state.nextTryAt() != null) {
            facts.fact(getTranslation("source.next-try"), LocalFormat.precise(state.nextTryAt()));
        }
        return facts;
    }

    private static Badge badge(CameraSource source) {
        if (!source.isOn()) {
            return new Badge(Badge.Tone.NEUTRAL, Codes.of("source.state.", "paused"));
        }
        boolean isFailing = source.state().failures() > 0;
        return new Badge(
                isFailing ? Badge.Tone.BAD : Badge.Tone.GOOD, Codes.of("source.state.", isFailing ? "failing" : "on"));
    }

    private Component buildActions(Camera camera, Optional<CameraSource> source) {
        var edit = new Button(
                getTranslation(source.isPresent() ? "action.edit" : "source.set-up"),
                PortalIcon.EDIT.create(),
                event -> new SourceDialog(sources, camera.name(), source, saved -> {
                            Notice.success(getTranslation("source.saved"));
                            show(camera);
                        })
                        .open());
        var test = new Button(getTranslation("source.test"), event -> test(camera));
        test.setDisableOnClick(true);
        test.setVisible(source.isPresent());
        var end =
                new Button(getTranslation("source.remove"), PortalIcon.DELETE.create(), event -> confirmRemove(camera));
        end.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        end.setVisible(source.isPresent());
        var actions = new Div(edit, test, end);
        actions.addClassName("camera-actions");
        return actions;
    }

    private void test(Camera camera) {
        SourceTrial.Outcome outcome = sources.test(camera.name());
        show(camera);
        var picture = outcome.picture();
        String millis = LocalFormat.format(outcome.millis());
        trial.setText(
                picture != null
                        ? getTranslation(
                                "source.test.good",
                                picture.size().width(),
                                picture.size().height(),
                                LocalFormat.format(picture.bytes()),
                                millis)
                        : getTranslation(
                                "source.test.bad",
                                Codes.of("source.error.", String.valueOf(outcome.reason())),
                                millis));
        trial.setClassName("source-trial-bad", picture == null);
    }

    private void confirmRemove(Camera camera) {
        var dialog = new ConfirmDialog(
                getTranslation("source.remove.heading"),
                getTranslation("source.remove.text", camera.title()),
                getTranslation("source.remove"),
                event -> {
                    sources.remove(camera.name());
                    Notice.success(getTranslation("source.removed"));
                    show(camera);
                },
                getTranslation("action.cancel"),
                event -> {});
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    private Component secondary(String key) {
        var text = new Paragraph(getTranslation(key));
        text.addClassName("secondary");
        return text;
    }
}
