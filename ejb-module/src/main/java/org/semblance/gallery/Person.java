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

/** Faces of one gallery that are believed to be one human; without a name until somebody gives one. */
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

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway") // JPA fills the fields
    protected Person() {}

    Person(Gallery gallery, NewPerson person, Instant createdAt) {
        this.galleryId = gallery.id();
        this.name = person.name();
        this.externalId = person.externalId();
        this.createdAt = createdAt;
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

    Instant createdAt() {
        return createdAt;
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
