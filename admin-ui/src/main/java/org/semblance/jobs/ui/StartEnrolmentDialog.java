package org.semblance.jobs.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Map;
import java.util.Optional;
import org.semblance.gallery.GalleryService;
import org.semblance.gallery.ui.GalleryPicker;
import org.semblance.jobs.JobRequest;
import org.semblance.platform.Problem;
import org.semblance.platform.ui.UiErrorHandler;

/** Asks which folder of photos is to be enrolled in which gallery. */
final class StartEnrolmentDialog extends Dialog {
    private static final String JOB = "enroll-persons";
    private static final long serialVersionUID = 1L;

    final GalleryPicker gallery;
    final TextField folder = new TextField(getTranslation("jobs.folder"));
    final Button start = new Button(getTranslation("jobs.start.action"), event -> start());
    private final SerializableConsumer<JobRequest> onStart;

    StartEnrolmentDialog(GalleryService galleries, SerializableConsumer<JobRequest> onStart) {
        this.onStart = onStart;
        gallery = new GalleryPicker(galleries);
        gallery.refresh();
        gallery.choose(Optional.empty());
        gallery.setRequiredIndicatorVisible(true);
        setHeaderTitle(getTranslation("jobs.name." + JOB));
        setWidth("28rem");
        folder.setRequiredIndicatorVisible(true);
        folder.setHelperText(getTranslation("jobs.folder.help"));
        folder.setAutofocus(true);
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        start.addClickShortcut(Key.ENTER).setResetFocusOnActiveElement(true);
        add(new Paragraph(getTranslation("jobs.enroll.text")), new FormLayout(gallery, folder));
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), start);
    }

    private void start() {
        gallery.setErrorMessage(getTranslation("form.required"));
        gallery.setInvalid(gallery.isEmpty());
        folder.setErrorMessage(getTranslation("form.required"));
        folder.setInvalid(folder.getValue().isBlank());
        if (gallery.isInvalid() || folder.isInvalid()) {
            return;
        }
        var parameters = Map.of(
                "gallery",
                gallery.getValue().name(),
                "folder",
                folder.getValue().strip());
        try {
            onStart.accept(new JobRequest(JOB, parameters));
            close();
        } catch (Problem problem) {
            folder.setErrorMessage(UiErrorHandler.message(problem));
            folder.setInvalid(true);
        }
    }
}
