package org.semblance.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import org.semblance.gallery.GalleryTitle;
import org.semblance.identity.directory.RoleGrant;
import org.semblance.identity.directory.RoleSummary;
import org.semblance.platform.ui.Codes;
import org.semblance.platform.ui.PortalIcon;

/** Chooses a role, and in which gallery it is to hold. */
final class RoleGrantPicker extends Div {
    private static final long serialVersionUID = 1L;

    final ComboBox<RoleSummary> role = new ComboBox<>(getTranslation("users.role"));
    final ComboBox<GalleryTitle> gallery = new ComboBox<>(getTranslation("user.role.where"));
    final Button add = new Button(getTranslation("user.role.add"), PortalIcon.ADD.create());

    RoleGrantPicker(UserDesk desk, SerializableConsumer<RoleGrant> onAdded) {
        addClassName("inline-form");
        var galleries = desk.galleries();
        role.setItems(desk.roles());
        role.setItemLabelGenerator(one -> Codes.of("role.", one.name()));
        role.addValueChangeListener(
                event -> role.setHelperText(event.getValue() == null ? null : RoleTexts.purpose(event.getValue())));
        gallery.setItems(galleries);
        gallery.setItemLabelGenerator(GalleryTitle::title);
        gallery.setPlaceholder(getTranslation("user.role.everywhere"));
        gallery.setClearButtonVisible(true);
        gallery.setVisible(!galleries.isEmpty());
        add.addClickListener(event -> {
            role.setErrorMessage(getTranslation("form.required"));
            role.setInvalid(role.isEmpty());
            role.getOptionalValue().ifPresent(chosen -> {
                String where =
                        gallery.getOptionalValue().map(GalleryTitle::name).orElse(null);
                onAdded.accept(new RoleGrant(chosen.name(), where));
            });
        });
        add(role, gallery, add);
    }

    void clear() {
        role.clear();
        gallery.clear();
        role.setInvalid(false);
    }
}
