package org.semblance.gallery;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.semblance.storage.StoredImage;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Landmarks;

/** One face of a person, found in one stored image. */
@Entity
@Table(name = "face")
public class Face {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "gallery_id")
    private long galleryId;

    @Column(name = "person_id")
    private long personId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "image_id")
    private StoredImage image;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "crop_image_id")
    private StoredImage crop;

    @Column(name = "box_x")
    private float boxX;

    @Column(name = "box_y")
    private float boxY;

    @Column(name = "box_width")
    private float boxWidth;

    @Column(name = "box_height")
    private float boxHeight;

    @Convert(converter = LandmarksConverter.class)
    private Landmarks landmarks;

    private float confidence;
    private float quality;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway") // JPA fills the fields
    protected Face() {}

    Face(Person person, DetectedFace detected, double quality, Instant createdAt) {
        this(person, detected.box());
        this.landmarks = detected.landmarks();
        this.confidence = detected.confidence();
        this.quality = (float) quality;
        this.createdAt = createdAt;
    }

    @SuppressWarnings("NullAway") // the other constructor completes it
    private Face(Person person, Box box) {
        this.galleryId = person.galleryId();
        this.personId = person.id().value();
        this.boxX = box.x();
        this.boxY = box.y();
        this.boxWidth = box.width();
        this.boxHeight = box.height();
    }

    Face showing(StoredImage original, StoredImage alignedCrop) {
        this.image = original;
        this.crop = alignedCrop;
        return this;
    }

    FaceId id() {
        return new FaceId(id);
    }

    PersonId person() {
        return new PersonId(personId);
    }

    long galleryId() {
        return galleryId;
    }

    StoredImage image() {
        return image;
    }

    StoredImage crop() {
        return crop;
    }

    Box box() {
        return new Box(boxX, boxY, boxWidth, boxHeight);
    }

    Landmarks landmarks() {
        return landmarks;
    }

    float confidence() {
        return confidence;
    }

    float quality() {
        return quality;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Face that && id != 0 && id == that.id;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }
}
