package org.semblance.surveillance.ui.camera;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.TitledView;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.CameraRules;
import org.semblance.surveillance.ui.Facts;
import org.semblance.surveillance.ui.event.CameraHistory;

/** One camera: how it is, whom it saw, by which rules it goes, who reads it or sends its frames. */
@CdiComponent
@Route(value = "cameras/:camera([a-z0-9][a-z0-9_-]{0,62})", layout = MainLayout.class)
@RolesAllowed(Permissions.CAMERA_READ)
public class CameraView extends Div implements BeforeEnterObserver, TitledView {
    private static final long serialVersionUID = 1L;

    private final transient CameraOverview overview;
    private final transient CameraDialogs dialogs;
    final SourcePanel source;
    final KeysPanel keys;
    final CameraHistory history;
    final Div health = new Div();
    final Div rules = new Div();
    private final Div header = new Div();
    private String shownTitle = "";

    @Inject
    public CameraView(
            CameraOverview overview,
            CameraDialogs dialogs,
            SourcePanel source,
            KeysPanel keys,
            CameraHistory history) {
        this.overview = overview;
        this.dialogs = dialogs;
        this.source = source;
        this.keys = keys;
        this.history = history;
        addClassNames("view", "camera-view");
        header.addClassName("camera-header");
        health.addClassName("card");
        rules.addClassName("card");
        keys.setVisible(PortalSession.permits(Permissions.CAMERA_MANAGE));
        var cards = new Div(health, rules, source, keys);
        cards.addClassNames("cards", "camera-details");
        add(header, history, cards);
    }

    static void open(CameraName camera) {
        UI.getCurrent().navigate(CameraView.class, new RouteParameters("camera", camera.value()));
    }

    @Override
    public String title() {
        return shownTitle.isEmpty() ? getTranslation("cameras.title") : shownTitle;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(new CameraName(event.getRouteParameters().get("camera").orElseThrow()));
    }

    private void show(CameraName name) {
        Watched watched = overview.require(name);
        Camera camera = watched.camera();
        shownTitle = camera.title();
        header.removeAll();
        header.add(
                new RouterLink(getTranslation("cameras.all"), CamerasView.class),
                watched.condition().badge(),
                buildPlace(camera),
                buildActions(camera));
        showHealth(watched);
        showRules(camera);
        history.show(name);
        source.show(camera);
        if (keys.isVisible()) {
            keys.show(camera);
        }
    }

    private static Component buildPlace(Camera camera) {
        var place = new Span(camera.location().isEmpty() ? camera.name().value() : camera.location());
        place.addClassName("secondary");
        return place;
    }

    private Component buildActions(Camera camera) {
        var edit = new Button(
                getTranslation("action.edit"),
                PortalIcon.EDIT.create(),
                event -> dialogs.edit(camera, changed -> changed("camera.changed", changed)));
        var enable = new Button(
                getTranslation(camera.isEnabled() ? "camera.disable" : "camera.enable"),
                event -> changed(
                        camera.isEnabled() ? "camera.disabled" : "camera.enabled-now",
                        dialogs.enable(camera, !camera.isEnabled())));
        var remove = new Button(
                getTranslation("camera.remove"),
                PortalIcon.DELETE.create(),
                event -> dialogs.remove(camera, () -> removed(camera)));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        var actions = new Div(edit, enable, remove);
        actions.addClassName("camera-actions");
        actions.setVisible(PortalSession.permits(Permissions.CAMERA_MANAGE));
        return actions;
    }

    private void changed(String key, Camera camera) {
        Notice.success(getTranslation(key, camera.title()));
        show(camera.name());
    }

    private void removed(Camera camera) {
        Notice.success(getTranslation("camera.removed", camera.title()));
        UI.getCurrent().navigate(CamerasView.class);
    }

    private void showHealth(Watched watched) {
        health.removeAll();
        var since = watched.health().since();
        var seen = watched.health().lastSeen();
        health.add(
                new H2(getTranslation("camera.health")),
                new Facts()
                        .with("camera.condition", watched.condition().badge())
                        .with("camera.since", since == null ? "–" : LocalFormat.precise(since))
                        .with("camera.last-frame", seen == null ? "–" : LocalFormat.precise(seen))
                        .with("camera.frames-minute", LocalFormat.format(watched.health().framesInLastMinute())));
    }

    private void showRules(Camera camera) {
        CameraRules said = camera.rules();
        Double threshold = said.threshold();
        Double margin = said.margin();
        String ofGallery = getTranslation("camera.of-gallery");
        rules.removeAll();
        rules.add(
                new H2(getTranslation("camera.rules")),
                new Facts()
                        .with("camera.name", camera.name().value())
                        .with("camera.gallery", camera.gallery().value())
                        .with("camera.threshold", threshold == null ? ofGallery : LocalFormat.format(threshold))
                        .with("camera.margin", margin == null ? ofGallery : LocalFormat.format(margin))
                        .with("camera.min-quality", LocalFormat.format(said.minQuality()))
                        .with("camera.window", LocalFormat.format(said.sightingWindow().toSeconds()))
                        .with("camera.unknown", yes(said.keepsUnknown()))
                        .with("camera.learns", yes(said.learns()))
                        .with("camera.liveness", yes(said.requiresLiveness())));
    }

    private String yes(boolean is) {
        return getTranslation(is ? "watch.yes" : "watch.no");
    }
}
