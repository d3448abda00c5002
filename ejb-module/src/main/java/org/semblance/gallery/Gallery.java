package org.semblance.gallery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

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

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway") // JPA fills the fields
    protected Gallery() {}

    Gallery(NewGallery gallery, Instant createdAt) {
        this.name = gallery.name().value();
        this.title = gallery.title();
        this.kind = "general";
        this.threshold =
                gallery.threshold() == null ? null : gallery.threshold().floatValue();
        this.margin = (float) gallery.margin();
        this.minQuality = (float) gallery.minQuality();
        this.createdAt = createdAt;
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

    String kind() {
        return kind;
    }

    /** The gallery's own threshold; without one the model pack's holds. */
    OptionalDouble threshold() {
        return threshold == null ? OptionalDouble.empty() : OptionalDouble.of(threshold);
    }

    double margin() {
        return margin;
    }

    double minQuality() {
        return minQuality;
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
