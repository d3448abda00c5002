package org.semblance.surveillance.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.semblance.gallery.ui.CreateGalleryDialog;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.ui.FormNotes;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.Notice;
import org.semblance.surveillance.CameraService;
import org.semblance.surveillance.access.Door;
import org.semblance.surveillance.access.DoorName;
import org.semblance.surveillance.access.DoorService;
import org.semblance.surveillance.access.NewDoor;
import org.semblance.surveillance.ui.CameraFilter;

/** Sets up a door, or changes one. */
final class DoorDialog extends Dialog {
    private static final int LONGEST = 200;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");
    private static final long serialVersionUID = 1L;

    private final transient DoorService doors;
    private final SerializableRunnable onSaved;
    final FormNotes notes = new FormNotes().onReload(this::reload);
    final TextField doorTitle = new TextField(getTranslation("door.title"));
    final TextField name = new TextField(getTranslation("door.name"));
    final ComboBox<String> zone = new ComboBox<>(getTranslation("door.zone"));
    final CameraFilter cameras;
    final Checkbox enabled = new Checkbox(getTranslation("door.enabled"));
    final Button save = new Button(getTranslation("action.save"), event -> save());
    private ExpectedVersion expected = ExpectedVersion.ANY;

    DoorDialog(DoorService doors, CameraService known, Optional<Door> door, SerializableRunnable onSaved) {
        this.doors = doors;
        this.onSaved = onSaved;
        this.cameras = new CameraFilter(known);
        setHeaderTitle(getTranslation(door.isPresent() ? "door.edit" : "doors.create"));
        addClassName("form-dialog");
        setWidth("36rem");
        doorTitle.setRequiredIndicatorVisible(true);
        doorTitle.setAutofocus(true);
        doorTitle.setMaxLength(LONGEST);
        doorTitle.setValueChangeMode(ValueChangeMode.EAGER);
        doorTitle.addValueChangeListener(event -> suggestName(event.getOldValue(), event.getValue()));
        name.setRequiredIndicatorVisible(true);
        name.setAllowedCharPattern("[a-z0-9_-]");
        name.setHelperText(getTranslation("door.name.help"));
        zone.setItems(List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds())));
        zone.setRequiredIndicatorVisible(true);
        zone.setHelperText(getTranslation("door.zone.help"));
        zone.setValue(LocalFormat.zone().getId());
        cameras.show(Set.of());
        cameras.setPlaceholder("");
        cameras.setHelperText(getTranslation("door.cameras.help"));
        enabled.setValue(true);
        enabled.setHelperText(getTranslation("door.enabled.help"));
        door.ifPresent(this::show);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var form = new FormLayout(doorTitle, name, cameras, zone, enabled);
        form.setColspan(cameras, 2);
        add(notes, form);
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), save);
    }

    private void show(Door door) {
        expected = ExpectedVersion.of(door.version());
        var said = door.said();
        name.setValue(said.name().value());
        name.setReadOnly(true);
        doorTitle.setValue(said.title());
        zone.setValue(said.zone().getId());
        cameras.show(Set.copyOf(said.cameras()));
        enabled.setValue(said.isEnabled());
    }

    private void reload() {
        show(doors.require(new DoorName(name.getValue())));
    }

    private void save() {
        doorTitle.setErrorMessage(getTranslation("form.required"));
        doorTitle.setInvalid(doorTitle.getValue().isBlank());
        name.setErrorMessage(getTranslation("camera.name.wrong"));
        name.setInvalid(!NAME.matcher(name.getValue()).matches());
        zone.setErrorMessage(getTranslation("form.required"));
        zone.setInvalid(zone.isEmpty());
        if (doorTitle.isInvalid() || name.isInvalid() || zone.isInvalid()) {
            return;
        }
        if (notes.tried(() -> save(said()))) {
            close();
            Notice.success(getTranslation("action.saved", doorTitle.getValue()));
            onSaved.run();
        }
    }

    private void save(NewDoor said) {
        if (name.isReadOnly()) {
            doors.change(said, expected);
        } else {
            doors.create(said);
        }
    }

    private NewDoor said() {
        return new NewDoor(
                new DoorName(name.getValue()),
                doorTitle.getValue(),
                ZoneId.of(zone.getValue()),
                List.copyOf(cameras.chosen()),
                enabled.getValue());
    }

    private void suggestName(String oldTitle, String newTitle) {
        if (!name.isReadOnly() && name.getValue().equals(CreateGalleryDialog.nameFor(oldTitle))) {
            name.setValue(CreateGalleryDialog.nameFor(newTitle));
        }
    }
}
