package org.semblance.surveillance.ui.camera;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.LiveView;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.TitledView;
import org.semblance.surveillance.CameraId;
import org.semblance.surveillance.ui.camera.Watched.Condition;

/** All cameras and how they are; what they are narrowed to is in the address. */
@CdiComponent
@Route(value = "cameras", layout = MainLayout.class)
@Menu(title = "cameras.title", order = 220, icon = "CAMERA")
@RolesAllowed(Permissions.CAMERA_READ)
public class CamerasView extends Div implements BeforeEnterObserver, LiveView, TitledView {
    private static final long serialVersionUID = 1L;

    private final transient CameraOverview overview;
    private final transient CameraDialogs dialogs;
    final TextField text = new TextField(getTranslation("cameras.filter"));
    final Select<Condition> condition = new Select<>();
    final Div cards = new Div();
    final Div toolbar = new Div();
    private final transient Map<CameraId, CameraCard> known = new HashMap<>();

    @Inject
    public CamerasView(CameraOverview overview, CameraDialogs dialogs) {
        this.overview = overview;
        this.dialogs = dialogs;
        addClassName("view");
        cards.addClassNames("cards", "camera-cards");
        add(buildToolbar(), cards);
    }

    private Component buildToolbar() {
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setClearButtonVisible(true);
        text.setPrefixComponent(PortalIcon.FIND.create());
        text.addValueChangeListener(event -> filtered(event.isFromClient()));
        condition.setLabel(getTranslation("camera.condition"));
        condition.setItems(Condition.values());
        condition.setEmptySelectionAllowed(true);
        condition.setEmptySelectionCaption(getTranslation("watch.all"));
        condition.setPlaceholder(getTranslation("watch.all"));
        condition.setItemLabelGenerator(
                one -> one == null ? getTranslation("watch.all") : Codes.of("camera.condition.", one));
        condition.addValueChangeListener(event -> filtered(event.isFromClient()));
        toolbar.add(text, condition, buildCreate());
        toolbar.addClassName("toolbar");
        return toolbar;
    }

    private Button buildCreate() {
        var create = new Button(
                getTranslation("camera.create"),
                PortalIcon.ADD.create(),
                event -> dialogs.create(made -> {
                    Notice.success(getTranslation("camera.created", made.title()));
                    CameraView.open(made.name());
                }));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.setVisible(PortalSession.permits(Permissions.CAMERA_MANAGE));
        return create;
    }

    @Override
    public String title() {
        return getTranslation("cameras.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var filter = CamerasFilter.of(event.getLocation());
        text.setValue(filter.text());
        condition.setValue(filter.condition().orElse(null));
        refresh();
    }

    private CamerasFilter filter() {
        return new CamerasFilter(text.getValue().strip(), condition.getOptionalValue());
    }

    private void filtered(boolean isByUser) {
        if (isByUser) {
            filter().remember(UI.getCurrent());
            refresh();
        }
    }

    @Override
    public void refresh() {
        List<Watched> all = overview.list();
        List<Watched> wanted = all.stream().filter(filter()::includes).toList();
        List<Component> shown = wanted.stream().<Component>map(this::card).toList();
        if (!shown.equals(cards.getChildren().toList()) || shown.isEmpty()) {
            cards.removeAll();
            cards.add(shown);
        }
        toolbar.setVisible(!all.isEmpty());
        if (shown.isEmpty()) {
            String key = all.isEmpty() ? "cameras.empty" : "cameras.none";
            var state = new EmptyState(PortalIcon.CAMERA, getTranslation(key), getTranslation(key + ".text"));
            if (all.isEmpty()) {
                state.add(buildCreate());
            }
            cards.add(state);
        }
    }

    private CameraCard card(Watched watched) {
        var card = known.computeIfAbsent(watched.camera().id(), id -> new CameraCard(overview.urls()));
        card.show(watched);
        return card;
    }
}
