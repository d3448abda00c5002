package org.semblance.transfer;

import jakarta.json.JsonObject;
import org.semblance.gallery.GalleryKind;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryRules;
import org.semblance.gallery.GallerySummary;
import org.semblance.gallery.NewGallery;
import org.semblance.platform.Json;
import org.semblance.vision.FalseAcceptRate;

/** A gallery's title and rules in a manifest. */
final class GalleryJson {
    private GalleryJson() {}

    static JsonObject of(GallerySummary gallery) {
        GalleryRules rules = gallery.rules();
        var json = Json.createObjectBuilder()
                .add("name", gallery.name())
                .add("title", gallery.title())
                .add("kind", rules.kind().code())
                .add("false_accept_rate", rules.falseAcceptRate().rate())
                .add("margin", rules.margin())
                .add("min_quality", rules.minQuality())
                .add("min_faces", rules.minFaces())
                .add("unknown_faces", rules.unknownFaces().code())
                .add("consent_required", rules.consentRequired());
        if (rules.threshold() != null) {
            json.add("threshold", rules.threshold());
        }
        return json.build();
    }

    /** The same gallery under a name that is free here. */
    static NewGallery read(JsonObject json, GalleryName name) {
        var rules = new GalleryRules(
                GalleryKind.of(json.getString("kind")),
                FalseAcceptRate.of(json.getJsonNumber("false_accept_rate").doubleValue())
                        .orElseThrow(
                                () -> new ArchiveRefusedException("The manifest has an unknown false_accept_rate")),
                json.containsKey("threshold") ? json.getJsonNumber("threshold").doubleValue() : null,
                json.getJsonNumber("margin").doubleValue(),
                json.getJsonNumber("min_quality").doubleValue(),
                json.getInt("min_faces"),
                GalleryKind.UnknownFaces.of(json.getString("unknown_faces")),
                json.getBoolean("consent_required"));
        return new NewGallery(name, json.getString("title"), rules);
    }
}
