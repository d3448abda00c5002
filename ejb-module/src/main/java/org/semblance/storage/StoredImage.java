package org.semblance.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The row of one image in the image store: its key and facts, never its bytes. */
@Entity
@Table(name = "image")
public class StoredImage {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "key")
    private String key;

    private byte[] sha256;

    @Column(name = "media_type")
    private String mediaType;

    @Column(name = "size_bytes")
    private long sizeBytes;

    private int width;
    private int height;

    @Column(name = "retention_class")
    private String retentionClass;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway") // JPA fills the fields
    protected StoredImage() {}

    public StoredImage(NewImage image, Instant createdAt) {
        this.key = image.key().value();
        this.sha256 = image.sha256();
        this.mediaType = image.mediaType();
        this.sizeBytes = image.bytes().length;
        this.width = image.width();
        this.height = image.height();
        this.retentionClass = image.retention().code();
        this.createdAt = createdAt;
    }

    public long id() {
        return id;
    }

    public ImageKey key() {
        return new ImageKey(key);
    }

    public String mediaType() {
        return mediaType;
    }

    public long sizeBytes() {
        return sizeBytes;
    }

    public byte[] sha256() {
        return sha256.clone();
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public String retentionClass() {
        return retentionClass;
    }

    public Instant createdAt() {
        return createdAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredImage that && id != 0 && id == that.id;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }
}
