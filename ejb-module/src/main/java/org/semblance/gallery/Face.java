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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.UuidConverter;
import org.semblance.storage.StoredImage;
import org.semblance.vision.Box;
import org.semblance.vision.DetectedFace;
import org.semblance.vision.Landmarks;

/** A face found in a stored image, of a person or of nobody known yet. */
@Entity
@Table(name = "face")
public class Face {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "gallery_id")
    private long galleryId;

    @Column(name = "person_id")
    private @Nullable Long personId;

    @Column(name = "assigned_by")
    private String assignedBy;

    @Column(name = "owner_id")
    @Convert(converter = UuidConverter.class)
    private @Nullable UUID ownerId;

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

    /** A face that people say is the person's. */
    Face(Person person, DetectedFace detected, double quality, Instant createdAt) {
        this(person.galleryId(), detected, quality, createdAt);
        this.personId = person.id().value();
    }

    /** A face of nobody yet. */
    Face(long galleryId, DetectedFace detected, double quality, Instant createdAt) {
        this(galleryId, detected.box());
        this.assignedBy = AssignedBy.PEOPLE.code();
        this.landmarks = detected.landmarks();
        this.confidence = detected.confidence();
        this.quality = (float) quality;
        this.createdAt = createdAt;
    }

    @SuppressWarnings("NullAway") // the other constructor completes it
    private Face(long galleryId, Box box) {
        this.galleryId = galleryId;
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

    Face broughtBy(Optional<UUID> user) {
        this.ownerId = user.orElse(null);
        return this;
    }

    Face assignedTo(PersonId person, AssignedBy by) {
        this.personId = person.value();
        this.assignedBy = by.code();
        return this;
    }

    FaceId id() {
        return new FaceId(id);
    }

    Optional<PersonId> person() {
        return Optional.ofNullable(personId).map(PersonId::new);
    }

    AssignedBy assignedBy() {
        return AssignedBy.of(assignedBy);
    }

    Optional<UUID> owner() {
        return Optional.ofNullable(ownerId);
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
