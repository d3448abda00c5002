package org.semblance.surveillance.ui.access;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Collectors;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.ui.Badge;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.CameraService;
import org.semblance.surveillance.access.Door;

/** The doors, and which cameras watch them. */
@CdiComponent
public class DoorsPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient AccessDirectory directory;
    private final transient CameraService cameras;
    final EntryList list = new EntryList("doors", () -> open(Optional.empty()));

    @Inject
    public DoorsPanel(AccessDirectory directory, CameraService cameras) {
        this.directory = directory;
        this.cameras = cameras;
        add(list);
    }

    void refresh() {
        list.clear();
        directory.allDoors().forEach(this::add);
        list.finish();
    }

    private void add(Door door) {
        var said = door.said();
        String watching = said.cameras().stream().map(CameraName::value).collect(Collectors.joining(", "));
        var link = new RouterLink(
                getTranslation("passers.link"),
                PassersView.class,
                new RouteParameters("door", door.name().value()));
        var links = new Div(link);
        links.addClassName("card-links");
        list.entry(
                        said.title(),
                        new Badge(
                                said.isEnabled() ? Badge.Tone.GOOD : Badge.Tone.NEUTRAL,
                                getTranslation(said.isEnabled() ? "door.on" : "door.off")),
                        EntryList.line(door.name() + " · " + said.zone()),
                        EntryList.line(
                                watching.isEmpty()
                                        ? getTranslation("door.cameras.none")
                                        : getTranslation("door.cameras", watching)),
                        links)
                .add(list.edit(said.title(), () -> open(Optional.of(door))), list.remove(said.title(), () -> {
                    directory.doors().remove(door.name(), ExpectedVersion.of(door.version()));
                    refresh();
                }));
    }

    private void open(Optional<Door> door) {
        new DoorDialog(directory.doors(), cameras, door, this::refresh).open();
    }
}
