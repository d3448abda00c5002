package org.semblance.gallery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryService;
import org.semblance.gallery.GallerySummary;
import org.semblance.gallery.NewGallery;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Problem;
import org.semblance.platform.VersionMismatchException;
import org.semblance.platform.ui.Refusal;

/** Gives a gallery another title and other rules. */
final class EditGalleryDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient GalleryService galleries;
    private final SerializableRunnable onChanged;
    private transient GallerySummary gallery;
    final TextField galleryTitle = new TextField(getTranslation("gallery.title"));
    final GalleryRulesForm rules = new GalleryRulesForm();
    final Refusal refusal = new Refusal();
    final Button reload = new Button(getTranslation("gallery.reload"), event -> reload());
    final Button save = new Button(getTranslation("action.save"), event -> save());

    EditGalleryDialog(GallerySummary gallery, GalleryService galleries, SerializableRunnable onChanged) {
        this.gallery = gallery;
        this.galleries = galleries;
        this.onChanged = onChanged;
        setWidth("36rem");
        galleryTitle.setRequiredIndicatorVisible(true);
        galleryTitle.setWidthFull();
        reload.setVisible(false);
        add(refusal, reload, galleryTitle, rules);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), save);
        show();
    }

    private void show() {
        setHeaderTitle(getTranslation("gallery.edit", gallery.title()));
        galleryTitle.setValue(gallery.title());
        rules.show(gallery.rules());
    }

    private void reload() {
        gallery = galleries.require(new GalleryName(gallery.name()));
        refusal.hide();
        reload.setVisible(false);
        show();
    }

    private void save() {
        refusal.hide();
        galleryTitle.setErrorMessage(getTranslation("form.required"));
        galleryTitle.setInvalid(galleryTitle.getValue().isBlank());
        if (galleryTitle.isInvalid()) {
            return;
        }
        try {
            var wanted = new NewGallery(
                    new GalleryName(gallery.name()),
                    galleryTitle.getValue(),
                    rules.read(gallery.rules().kind()));
            galleries.change(wanted, ExpectedVersion.of(gallery.version()));
            close();
            onChanged.run();
        } catch (VersionMismatchException e) {
            refusal.show(e);
            reload.setVisible(true);
        } catch (Problem problem) {
            refusal.show(problem);
        }
    }
}
