package org.semblance.gallery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.semblance.vision.FalseAcceptRate;

/** A named set of persons that a search ranges over, with the rules that its decisions follow. */
@Entity
@Table(name = "gallery")
public class Gallery {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String name;
    private String title;
    private String kind;

    private @Nullable Float threshold;
    private float margin;

    @Column(name = "min_quality")
    private float minQuality;

    @Column(name = "false_accept_rate")
    private double falseAcceptRate;

    @Column(name = "min_faces")
    private int minFaces;

    @Column(name = "unknown_faces")
    private String unknownFaces;

    @Column(name = "consent_required")
    private boolean consentRequired;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway") // JPA fills the fields
    protected Gallery() {}

    @SuppressWarnings("NullAway") // adopt sets the rest
    Gallery(NewGallery gallery, Instant createdAt) {
        this.name = gallery.name().value();
        this.createdAt = createdAt;
        this.title = gallery.title();
        adopt(gallery.rules());
    }

    /** Another title and other rules, for all decisions from now on. */
    void change(NewGallery wanted) {
        this.title = wanted.title();
        adopt(wanted.rules());
    }

    private void adopt(GalleryRules rules) {
        this.kind = rules.kind().code();
        this.falseAcceptRate = rules.falseAcceptRate().rate();
        this.threshold = rules.threshold() == null ? null : rules.threshold().floatValue();
        this.margin = (float) rules.margin();
        this.minQuality = (float) rules.minQuality();
        this.minFaces = rules.minFaces();
        this.unknownFaces = rules.unknownFaces().code();
        this.consentRequired = rules.consentRequired();
    }

    long id() {
        return id;
    }

    GalleryName name() {
        return new GalleryName(name);
    }

    String title() {
        return title;
    }

    GalleryRules rules() {
        return new GalleryRules(
                GalleryKind.of(kind),
                FalseAcceptRate.of(falseAcceptRate).orElseThrow(),
                threshold == null ? null : exact(threshold),
                exact(margin),
                exact(minQuality),
                minFaces,
                GalleryKind.UnknownFaces.of(unknownFaces),
                consentRequired);
    }

    /** The rules as they are now, for other features. */
    public GalleryRules currentRules() {
        return rules();
    }

    int version() {
        return version;
    }

    /** The decimal number that somebody typed, not its nearest neighbour in single precision. */
    static double exact(float stored) {
        return Double.parseDouble(Float.toString(stored));
    }

    Instant createdAt() {
        return createdAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Gallery that && id != 0 && id == that.id;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }
}
