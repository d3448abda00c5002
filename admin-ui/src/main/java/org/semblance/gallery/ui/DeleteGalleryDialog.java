package org.semblance.gallery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableRunnable;
import org.semblance.gallery.GallerySummary;
import org.semblance.platform.ui.LocalFormat;

/** Makes sure that a gallery with everybody in it is really meant to go: its name has to be typed. */
final class DeleteGalleryDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    final TextField typed = new TextField();
    final Button delete = new Button(getTranslation("action.delete"));

    DeleteGalleryDialog(GallerySummary gallery, SerializableRunnable onConfirmed) {
        setHeaderTitle(getTranslation("gallery.delete.heading", gallery.title()));
        setWidth("30rem");
        add(new Paragraph(getTranslation(
                "gallery.delete.text", LocalFormat.format(gallery.persons()), LocalFormat.format(gallery.faces()))));
        typed.setLabel(getTranslation("gallery.delete.type", gallery.name()));
        typed.setWidthFull();
        typed.setAutofocus(true);
        typed.setValueChangeMode(ValueChangeMode.EAGER);
        typed.addValueChangeListener(event -> delete.setEnabled(event.getValue().equals(gallery.name())));
        add(typed);
        delete.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        delete.setEnabled(false);
        delete.addClickListener(event -> {
            close();
            onConfirmed.run();
        });
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), delete);
    }
}
