package org.semblance.gallery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import java.text.Normalizer;
import java.util.Locale;
import org.semblance.gallery.GalleryKind;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryService;
import org.semblance.gallery.GallerySummary;
import org.semblance.gallery.NewGallery;
import org.semblance.platform.Problem;
import org.semblance.platform.ui.UiErrorHandler;

/** Asks for what a new gallery is called, and offers the few numbers that decide when faces match in it. */
public final class CreateGalleryDialog extends Dialog {
    private static final int MAX_NAME = 63;
    private static final long serialVersionUID = 1L;

    private final transient GalleryService galleries;
    private final SerializableConsumer<GallerySummary> onCreated;
    final TextField galleryTitle = new TextField(getTranslation("gallery.title"));
    final TextField name = new TextField(getTranslation("gallery.name"));
    final Select<GalleryKind> kind = new Select<>();
    final GalleryRulesForm rules = new GalleryRulesForm();
    final Button create = new Button(getTranslation("action.create"), event -> create());

    public CreateGalleryDialog(GalleryService galleries, SerializableConsumer<GallerySummary> onCreated) {
        this.galleries = galleries;
        this.onCreated = onCreated;
        setHeaderTitle(getTranslation("gallery.create"));
        setWidth("30rem");
        galleryTitle.setRequiredIndicatorVisible(true);
        galleryTitle.setAutofocus(true);
        galleryTitle.setValueChangeMode(ValueChangeMode.EAGER);
        galleryTitle.addValueChangeListener(event -> suggestName(event.getOldValue(), event.getValue()));
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(MAX_NAME);
        name.setAllowedCharPattern("[a-z0-9-]");
        name.setHelperText(getTranslation("gallery.name.help"));
        kind.setLabel(getTranslation("gallery.kind"));
        kind.setItems(GalleryKind.values());
        kind.setValue(GalleryKind.GENERAL);
        kind.setItemLabelGenerator(one -> getTranslation("gallery.kind." + one.code()));
        kind.addValueChangeListener(event -> describe(event.getValue()));
        describe(kind.getValue());
        add(new FormLayout(galleryTitle, name, kind), buildNumbers());
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.addClickShortcut(Key.ENTER);
        getFooter().add(new Button(getTranslation("action.cancel"), event -> close()), create);
    }

    private Component buildNumbers() {
        var numbers = new Details(getTranslation("gallery.numbers"), rules);
        numbers.addClassName("dialog-details");
        return numbers;
    }

    private void describe(GalleryKind chosen) {
        kind.setHelperText(getTranslation("gallery.kind." + chosen.code() + ".help"));
        rules.show(chosen.rules());
    }

    private void suggestName(String oldTitle, String newTitle) {
        if (name.getValue().equals(nameFor(oldTitle))) {
            name.setValue(nameFor(newTitle));
        }
    }

    /** A title in the letters that addresses allow, such as guests-2026 for Gäste... 2026. */
    public static String nameFor(String title) {
        String plain = Normalizer.normalize(title.replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String name = plain.substring(0, Math.min(MAX_NAME, plain.length()));
        return name.replaceAll("^-+|-+$", "");
    }

    private void create() {
        name.setInvalid(false);
        galleryTitle.setErrorMessage(getTranslation("form.required"));
        galleryTitle.setInvalid(galleryTitle.getValue().isBlank());
        if (galleryTitle.isInvalid()) {
            galleryTitle.focus();
            return;
        }
        try {
            onCreated.accept(galleries.create(new NewGallery(
                    new GalleryName(name.getValue()), galleryTitle.getValue(), rules.read(kind.getValue()))));
            close();
        } catch (Problem problem) {
            name.setErrorMessage(UiErrorHandler.message(problem));
            name.setInvalid(true);
            name.focus();
        }
    }
}
