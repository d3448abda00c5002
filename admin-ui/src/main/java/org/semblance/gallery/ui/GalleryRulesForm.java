package org.semblance.gallery.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import org.semblance.gallery.GalleryKind;
import org.semblance.gallery.GalleryRules;
import org.semblance.vision.FalseAcceptRate;

/** The rules by which a gallery decides: the kind it is, and the numbers behind that. */
final class GalleryRulesForm extends FormLayout {
    private static final int MOST_FACES = 100;
    private static final long serialVersionUID = 1L;

    final Select<FalseAcceptRate> falseAcceptRate = new Select<>();
    final NumberField threshold = number("gallery.threshold");
    final NumberField margin = number("gallery.margin");
    final NumberField minQuality = number("gallery.min-quality");
    final IntegerField minFaces = new IntegerField(getTranslation("gallery.min-faces"));
    final Select<GalleryKind.UnknownFaces> unknownFaces = new Select<>();
    final Checkbox consentRequired = new Checkbox(getTranslation("gallery.consent-required"));

    GalleryRulesForm() {
        falseAcceptRate.setLabel(getTranslation("gallery.false-accepts"));
        falseAcceptRate.setItems(FalseAcceptRate.values());
        falseAcceptRate.setItemLabelGenerator(
                rate -> getTranslation("gallery.false-accepts.rate", Math.round(1 / rate.rate())));
        falseAcceptRate.setHelperText(getTranslation("gallery.false-accepts.help"));
        minFaces.setMin(1);
        minFaces.setMax(MOST_FACES);
        minFaces.setStepButtonsVisible(true);
        minFaces.setHelperText(getTranslation("gallery.min-faces.help"));
        unknownFaces.setLabel(getTranslation("gallery.unknown-faces"));
        unknownFaces.setItems(GalleryKind.UnknownFaces.values());
        unknownFaces.setItemLabelGenerator(one -> getTranslation("gallery.unknown-faces." + one.code()));
        consentRequired.setHelperText(getTranslation("gallery.consent-required.help"));
        add(falseAcceptRate, threshold, margin, minQuality, minFaces, unknownFaces, consentRequired);
    }

    void show(GalleryRules rules) {
        falseAcceptRate.setValue(rules.falseAcceptRate());
        threshold.setValue(rules.threshold());
        margin.setValue(rules.margin());
        minQuality.setValue(rules.minQuality());
        minFaces.setValue(rules.minFaces());
        unknownFaces.setValue(rules.unknownFaces());
        consentRequired.setValue(rules.consentRequired());
    }

    /** What is said, and where nothing is, what is usual for such a gallery. */
    GalleryRules read(GalleryKind kind) {
        GalleryRules usual = kind.rules();
        return new GalleryRules(
                kind,
                falseAcceptRate.getValue(),
                threshold.getValue(),
                margin.isEmpty() ? usual.margin() : margin.getValue(),
                minQuality.isEmpty() ? usual.minQuality() : minQuality.getValue(),
                minFaces.isEmpty() ? usual.minFaces() : minFaces.getValue(),
                unknownFaces.getValue(),
                consentRequired.getValue());
    }

    private NumberField number(String key) {
        var field = new NumberField(getTranslation(key));
        field.setMin(0);
        field.setMax(1);
        field.setStep(0.01);
        field.setHelperText(getTranslation(key + ".help"));
        return field;
    }
}
