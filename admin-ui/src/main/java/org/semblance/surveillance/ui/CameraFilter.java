package org.semblance.surveillance.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.PortalSession;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraName;
import org.semblance.surveillance.CameraService;

/**
 * Narrows a list to some cameras. Those that are gone can be named by an address all the same, for their events stay;
 * not there for whoever may not see cameras.
 */
public final class CameraFilter extends MultiSelectComboBox<String> {
    private static final long serialVersionUID = 1L;

    private final transient CameraService cameras;
    private List<Camera> known = List.of();

    public CameraFilter(CameraService cameras) {
        this.cameras = cameras;
        setLabel(getTranslation("watch.cameras"));
        setPlaceholder(getTranslation("watch.all"));
        setClearButtonVisible(true);
        setItemLabelGenerator(this::label);
    }

    /** Lets no more than one be chosen: the next takes its place. */
    public CameraFilter onlyOne() {
        addValueChangeListener(event -> {
            var added = new TreeSet<>(event.getValue());
            added.removeAll(event.getOldValue());
            if (event.getValue().size() > 1 && !added.isEmpty()) {
                setValue(Set.of(added.first()));
            }
        });
        setLabel(getTranslation("watch.camera"));
        return this;
    }

    /** Reads the cameras anew, and shows those that the address names. */
    public void show(Set<CameraName> named) {
        boolean isPermitted = PortalSession.permits(Permissions.CAMERA_READ);
        known = isPermitted ? cameras.list() : List.of();
        var names = known.stream().map(camera -> camera.name().value()).collect(Collectors.toCollection(TreeSet::new));
        var wanted = named.stream().map(CameraName::value).collect(Collectors.toSet());
        names.addAll(wanted);
        setItems(List.copyOf(names));
        setVisible(isPermitted && !names.isEmpty());
        setValue(wanted);
    }

    public Set<CameraName> chosen() {
        return getValue().stream().map(CameraName::new).collect(Collectors.toSet());
    }

    private String label(String name) {
        return known.stream()
                .filter(camera -> camera.name().value().equals(name))
                .findFirst()
                .map(Camera::title)
                .orElse(name);
    }
}
