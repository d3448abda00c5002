package org.semblance.surveillance.ui.camera;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.semblance.identity.SignInService;
import org.semblance.identity.keys.ApiKeyService;
import org.semblance.identity.keys.ApiKeySummary;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Badge;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraService;

/** The keys by which agents beside a camera send its frames, and nothing else. */
@CdiComponent
public class KeysPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient CameraService cameras;
    private final transient ApiKeyService keys;
    private final transient SignInService signIns;

    @Inject
    public KeysPanel(CameraService cameras, ApiKeyService keys, SignInService signIns) {
        this.cameras = cameras;
        this.keys = keys;
        this.signIns = signIns;
        addClassName("card");
    }

    void show(Camera camera) {
        removeAll();
        List<ApiKeySummary> known = cameras.keys(camera.name());
        add(new H2(getTranslation("camera-keys.title")));
        if (known.isEmpty()) {
            add(secondary("camera-keys.none"));
        }
        known.forEach(key -> add(line(camera, key)));
        if (PortalSession.permits(Permissions.CAMERA_SEND)) {
            var create =
                    new Button(getTranslation("camera-keys.create"), PortalIcon.KEY.create(), event -> new KeyDialog(
                                    cameras, signIns, camera, () -> show(camera))
                            .open());
            var actions = new Div(create);
            actions.addClassName("camera-actions");
            add(actions);
        } else {
            add(secondary("camera-keys.not-permitted"));
        }
    }

    private Component line(Camera camera, ApiKeySummary key) {
        String state = key.state(Instant.now());
        boolean isActive = state.equals("active");
        var used = new Span(key.life()
                .lastUsedAt()
                .map(at -> getTranslation("camera-keys.used", LocalFormat.format(at)))
                .orElseGet(() -> getTranslation("camera-keys.unused")));
        used.addClassName("secondary");
        var until = new Span(getTranslation(
                "camera-keys.until", key.prefix(), LocalFormat.format(key.life().expiresAt())));
        until.addClassName("secondary");
        var name = new Div(new Span(key.name()), until, used);
        name.addClassName("event-text");
        var badge = new Badge(isActive ? Badge.Tone.GOOD : Badge.Tone.NEUTRAL, Codes.of("camera-keys.state.", state));
        var line = new Div(name, badge);
        line.addClassName("key-line");
        if (isActive && mayRevoke(key)) {
            line.add(buildRevoke(camera, key));
        }
        return line;
    }

    private Component buildRevoke(Camera camera, ApiKeySummary key) {
        var revoke = new Button(PortalIcon.DELETE.create(), event -> confirmRevoke(camera, key));
        revoke.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_ERROR);
        revoke.setAriaLabel(getTranslation("camera-keys.revoke.one", key.name()));
        revoke.setTooltipText(getTranslation("camera-keys.revoke"));
        return revoke;
    }

    private void confirmRevoke(Camera camera, ApiKeySummary key) {
        var dialog = new ConfirmDialog(
                getTranslation("camera-keys.revoke.one", key.name()),
                getTranslation("camera-keys.revoke.text"),
                getTranslation("camera-keys.revoke"),
                event -> {
                    keys.revoke(key.id());
                    Notice.success(getTranslation("camera-keys.revoked", key.name()));
                    show(camera);
                },
                getTranslation("action.cancel"),
                event -> {});
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    private static boolean mayRevoke(ApiKeySummary key) {
        boolean isOwn = PortalSession.user()
                .filter(user -> user.id().equals(key.owner().id()))
                .isPresent();
        return PortalSession.permits(Permissions.APIKEY_MANAGE)
                || (isOwn && PortalSession.permits(Permissions.APIKEY_CREATE));
    }

    private Component secondary(String key) {
        var text = new Paragraph(getTranslation(key));
        text.addClassName("secondary");
        return text;
    }
}
