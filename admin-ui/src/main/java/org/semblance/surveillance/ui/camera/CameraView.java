package org.semblance.surveillance.ui.camera;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Crumb;
import org.semblance.platform.ui.LiveView;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.TitledView;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.ui.event.CameraHistory;

/** One camera: how it is, whom it saw, by which rules it goes, who reads it or sends its frames. */
@CdiComponent
@Route(value = "cameras/:camera([a-z0-9][a-z0-9_-]{0,62})", layout = MainLayout.class)
@RolesAllowed(Permissions.CAMERA_READ)
public class CameraView extends Div implements BeforeEnterObserver, LiveView, TitledView {
    private static final long serialVersionUID = 1L;

    private final transient CameraOverview overview;
    private final transient CameraDialogs dialogs;
    final SourcePanel source;
    final KeysPanel keys;
    final CameraHistory history;
    final StatusCard status = new StatusCard();
    final RulesCard rules = new RulesCard();
    private final Div header = new Div();
    private String shownTitle = "";
    private Optional<CameraName> shown = Optional.empty();

    @Inject
    public CameraView(
            CameraOverview overview, CameraDialogs dialogs, SourcePanel source, KeysPanel keys, CameraHistory history) {
        this.overview = overview;
        this.dialogs = dialogs;
        this.source = source;
        this.keys = keys;
        this.history = history;
        addClassNames("view", "camera-view");
        header.addClassName("camera-header");
        keys.setVisible(PortalSession.permits(Permissions.CAMERA_MANAGE));
        var cards = new Div(status, rules, source, keys);
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
    public List<Crumb> trail() {
        return List.of(new Crumb(getTranslation("cameras.title"), "cameras"));
    }

    /** Only what moves by itself; nothing that somebody may be working with. */
    @Override
    public void refresh() {
        shown.ifPresent(name -> {
            status.show(overview.require(name));
            history.show(name);
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(new CameraName(event.getRouteParameters().get("camera").orElseThrow()));
    }

    private void show(CameraName name) {
        Watched watched = overview.require(name);
        Camera camera = watched.camera();
        shownTitle = camera.title();
        shown = Optional.of(name);
        header.removeAll();
        header.add(watched.condition().badge(), buildPlace(camera), buildActions(camera));
        status.show(watched);
        rules.show(camera);
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
                event -> dialogs.enable(
                        camera,
                        !camera.isEnabled(),
                        now -> changed(now.isEnabled() ? "camera.enabled-now" : "camera.disabled", now),
                        () -> show(camera.name())));
        var remove = new Button(
                getTranslation("camera.remove"),
                PortalIcon.DELETE.create(),
                event -> dialogs.remove(camera, () -> removed(camera), () -> show(camera.name())));
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
}
