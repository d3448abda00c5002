package org.semblance.surveillance.ui.access;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.MainLayout;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.TitledView;
import org.semblance.surveillance.access.AccessQuestions;
import org.semblance.surveillance.access.Door;

/** Who could pass a door at a moment, and why or why not; nothing opens by asking. Door and moment are in the address. */
@CdiComponent
@Route(value = "passers/:door?([a-z0-9][a-z0-9_-]{0,62})", layout = MainLayout.class)
@Menu(title = "passers.title", order = 250, icon = "PASSERS")
@RolesAllowed(Permissions.ACCESS_READ)
public class PassersView extends Div implements BeforeEnterObserver, TitledView {
    private static final String AT = "at";
    private static final String ALLOWED = "allowed";
    private static final long serialVersionUID = 1L;

    private final transient AccessDirectory directory;
    final Select<Door> door = new Select<>();
    final DateTimePicker at = new DateTimePicker(getTranslation("passers.at"));
    final Checkbox allowed = new Checkbox(getTranslation("passers.allowed"));
    final PasserGrid grid;
    private final Div body = new Div();
    private final Div empty = new Div();

    @Inject
    public PassersView(AccessQuestions questions, AccessDirectory directory) {
        this.directory = directory;
        this.grid = new PasserGrid(questions, directory);
        addClassNames("view", "view-full", "passers-view");
        var content = new Div(grid);
        content.addClassName("split");
        var intro = new Paragraph(getTranslation("passers.intro"));
        intro.addClassName("secondary");
        body.addClassNames("passers-body");
        body.add(buildToolbar(), intro, content);
        empty.add(new EmptyState(PortalIcon.DOOR, getTranslation("doors.empty"), getTranslation("doors.empty.text")));
        add(body, empty);
    }

    private Div buildToolbar() {
        door.setLabel(getTranslation("passers.door"));
        door.setItemLabelGenerator(one -> one.said().title());
        door.addValueChangeListener(event -> asked(event.isFromClient()));
        at.addValueChangeListener(event -> asked(event.isFromClient()));
        at.setHelperText(getTranslation("passers.at.help"));
        allowed.addValueChangeListener(event -> asked(event.isFromClient()));
        var now = new Button(getTranslation("passers.now"), event -> {
            at.clear();
            asked(true);
        });
        var toolbar = new Div(door, at, now, allowed);
        toolbar.addClassNames("toolbar", "passers-toolbar");
        return toolbar;
    }

    @Override
    public String title() {
        return getTranslation("passers.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Door> doors = directory.allDoors();
        body.setVisible(!doors.isEmpty());
        empty.setVisible(doors.isEmpty());
        Optional<String> named = event.getRouteParameters().get("door");
        Optional<Door> chosen = doors.stream()
                .filter(one -> named.isEmpty() || one.name().value().equals(named.get()))
                .findFirst();
        if (chosen.isEmpty() && named.isPresent()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        QueryParameters said = event.getLocation().getQueryParameters();
        door.setItems(doors);
        at.setValue(said.getSingleParameter(AT).flatMap(PassersView::time).orElse(null));
        allowed.setValue(said.getSingleParameter(ALLOWED).isPresent());
        chosen.ifPresent(one -> {
            door.setValue(one);
            show(one);
        });
    }

    private void asked(boolean isByUser) {
        if (isByUser && door.getValue() != null) {
            Map<String, String> said = new HashMap<>();
            at.getOptionalValue().ifPresent(time -> said.put(AT, moment().toString()));
            if (allowed.getValue()) {
                said.put(ALLOWED, "true");
            }
            var address = new Location("passers/" + door.getValue().name(), QueryParameters.simple(said));
            UI.getCurrent().getPage().getHistory().replaceState(null, address);
            show(door.getValue());
        }
    }

    private void show(Door one) {
        grid.show(one.name(), moment(), allowed.getValue());
    }

    private Instant moment() {
        return at.getOptionalValue()
                .map(time -> time.atZone(LocalFormat.zone()).toInstant())
                .orElseGet(() -> Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    private static Optional<LocalDateTime> time(String text) {
        try {
            return Optional.of(LocalDateTime.ofInstant(Instant.parse(text), LocalFormat.zone()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
