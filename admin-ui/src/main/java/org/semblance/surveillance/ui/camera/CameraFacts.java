package org.semblance.surveillance.ui.camera;

import com.vaadin.flow.component.UI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.surveillance.Camera;
import org.semblance.surveillance.CameraRules;

/** What people have said of a camera, in words: what it is called, and what was said. */
final class CameraFacts {
    private CameraFacts() {}

    static Map<String, String> all(Camera camera) {
        var facts = new LinkedHashMap<String, String>();
        facts.put(text("camera.title"), camera.title());
        facts.put(text("camera.location"), camera.location());
        facts.put(text("camera.enabled"), yes(camera.isEnabled()));
        facts.putAll(rules(camera));
        return facts;
    }

    /** By what its frames are judged. */
    static Map<String, String> rules(Camera camera) {
        CameraRules said = camera.rules();
        var facts = new LinkedHashMap<String, String>();
        facts.put(text("camera.name"), camera.name().value());
        facts.put(text("camera.gallery"), camera.gallery().value());
        facts.put(text("camera.threshold"), orOfGallery(said.threshold()));
        facts.put(text("camera.margin"), orOfGallery(said.margin()));
        facts.put(text("camera.min-quality"), LocalFormat.format(said.minQuality()));
        facts.put(
                text("camera.window"), LocalFormat.format(said.sightingWindow().toSeconds()));
        facts.put(text("camera.unknown"), yes(said.keepsUnknown()));
        facts.put(text("camera.learns"), yes(said.learns()));
        facts.put(text("camera.liveness"), yes(said.requiresLiveness()));
        return facts;
    }

    private static String orOfGallery(@Nullable Double number) {
        return number == null ? text("camera.of-gallery") : LocalFormat.format(number);
    }

    private static String yes(boolean is) {
        return text(is ? "watch.yes" : "watch.no");
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
