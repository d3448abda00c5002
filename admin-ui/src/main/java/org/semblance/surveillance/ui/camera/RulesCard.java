package org.semblance.surveillance.ui.camera;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.ui.Facts;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraRules;

/** By which rules the frames of a camera are judged. */
final class RulesCard extends Div {
    private static final long serialVersionUID = 1L;

    RulesCard() {
        addClassName("card");
    }

    void show(Camera camera) {
        CameraRules said = camera.rules();
        removeAll();
        add(
                new H2(getTranslation("camera.rules")),
                new Facts()
                        .fact(getTranslation("camera.name"), camera.name().value())
                        .fact(getTranslation("camera.gallery"), camera.gallery().value())
                        .fact(getTranslation("camera.threshold"), orOfGallery(said.threshold()))
                        .fact(getTranslation("camera.margin"), orOfGallery(said.margin()))
                        .fact(getTranslation("camera.min-quality"), LocalFormat.format(said.minQuality()))
                        .fact(
                                getTranslation("camera.window"),
                                LocalFormat.format(said.sightingWindow().toSeconds()))
                        .fact(getTranslation("camera.unknown"), yes(said.keepsUnknown()))
                        .fact(getTranslation("camera.learns"), yes(said.learns()))
                        .fact(getTranslation("camera.liveness"), yes(said.requiresLiveness())));
    }

    private String orOfGallery(@Nullable Double number) {
        return number == null ? getTranslation("camera.of-gallery") : LocalFormat.format(number);
    }

    private String yes(boolean is) {
        return getTranslation(is ? "watch.yes" : "watch.no");
    }
}
