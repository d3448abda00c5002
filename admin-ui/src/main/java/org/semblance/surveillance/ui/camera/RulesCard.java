package org.semblance.surveillance.ui.camera;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import org.semblance.platform.ui.Facts;
import org.semblance.surveillance.Camera;

/** By which rules the frames of a camera are judged. */
final class RulesCard extends Div {
    private static final long serialVersionUID = 1L;

    RulesCard() {
        addClassName("card");
    }

    void show(Camera camera) {
        var facts = new Facts();
        CameraFacts.rules(camera).forEach(facts::fact);
        removeAll();
        add(new H2(getTranslation("camera.rules")), facts);
    }
}
