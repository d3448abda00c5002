package org.semblance.gallery;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.UuidConverter;

/**
 * Faces of one gallery that are believed to be one human; without a name until somebody gives one. Merged into another
 * it stays as a signpost without faces; deleted it is hidden until it is brought back or purged.
 */
@Entity
@Table(name = "person")
public class Person {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "gallery_id")
    private long galleryId;

    private @Nullable String name;

    @Column(name = "external_id")
    private @Nullable String externalId;

    @Convert(converter = MetadataConverter.class)
    private Metadata metadata;

    @Column(name = "public_figure")
    private boolean publicFigure;

    @Column(name = "user_id")
    @Convert(converter = UuidConverter.class)
    private @Nullable UUID userId;

    @Column(name = "cover_face_id")
    private @Nullable Long coverFaceId;

    @Column(name = "merged_into")
    private @Nullable Long mergedInto;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway") // JPA fills the fields
    protected Person() {}

    Person(Gallery gallery, NewPerson person, Instant createdAt) {
        this(gallery.id(), person, createdAt);
    }

    Person(long galleryId, NewPerson person, Instant createdAt) {
        this.galleryId = galleryId;
        this.name = person.name();
        this.externalId = person.externalId();
        this.metadata = person.metadata();
        this.publicFigure = person.publicFigure();
        this.userId = person.userId();
        this.createdAt = createdAt;
    }

    void change(PersonPatch patch) {
        name = patch.name().or(name);
        externalId = patch.externalId().or(externalId);
        publicFigure = Boolean.TRUE.equals(patch.publicFigure().or(publicFigure));
        userId = patch.userId().or(userId);
        metadata = patch.metadata(metadata);
        if (patch.cover().isGiven()) {
            FaceId face = patch.cover().value();
            coverFaceId = face == null ? null : face.value();
        }
    }

    /** Takes over what the other has and this one lacks; the other stays as a signpost to this one. */
    void absorb(Person other) {
        name = name == null ? other.name : name;
        userId = userId == null ? other.userId : userId;
        publicFigure = publicFigure || other.publicFigure;
        metadata = metadata.and(other.metadata);
        coverFaceId = coverFaceId == null ? other.coverFaceId : coverFaceId;
        other.mergedInto = id;
    }

    /** Gives back what it took over from the other, unless that has been changed since; the other lives again. */
    void release(Person other, PersonTraits before) {
        if (before.name() == null && other.name != null && other.name.equals(name)) {
            name = null;
        }
        if (before.userId() == null && other.userId != null && other.userId.equals(userId)) {
            userId = null;
        }
        publicFigure = publicFigure && (before.publicFigure() || !other.publicFigure);
        if (coverFaceId != null && coverFaceId.equals(other.coverFaceId)) {
            coverFaceId = null;
        }
        metadata = metadata.withoutAdditions(before.metadata(), other.metadata);
        other.mergedInto = null;
    }

    /** Stays as a signpost to another. */
    void pointTo(Person other) {
        mergedInto = other.id;
    }

    void delete(Instant when) {
        deletedAt = when;
    }

    void bringBack() {
        deletedAt = null;
    }

    /** Whether nothing is known but faces, so that without faces nothing is left. */
    boolean isAnonymous() {
        return name == null && externalId == null && userId == null && metadata.isNone() && !publicFigure;
    }

    PersonTraits traits() {
        return new PersonTraits(name, externalId, metadata, publicFigure, userId);
    }

    PersonId id() {
        return new PersonId(id);
    }

    long galleryId() {
        return galleryId;
    }

    @Nullable
    String name() {
        return name;
    }

    @Nullable
    String externalId() {
        return externalId;
    }

    @Nullable
    UUID userId() {
        return userId;
    }

    Optional<PersonId> mergedInto() {
        return Optional.ofNullable(mergedInto).map(PersonId::new);
    }

    @Nullable
    Instant deletedAt() {
        return deletedAt;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    Instant createdAt() {
        return createdAt;
    }

    int version() {
        return version;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Person that && id != 0 && id == that.id;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }
}
