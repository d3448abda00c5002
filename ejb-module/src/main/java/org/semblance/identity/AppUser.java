package org.semblance.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who can sign in. */
@Entity
@Table(name = "app_user")
public class AppUser {
    private static final String ACTIVE = "active";

    @Id
    private UUID id;

    private String username;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "password_hash")
    private String passwordHash;

    private String status;

    @Column(name = "must_change_password")
    private boolean mustChangePassword;

    @Column(name = "password_expires_at")
    private @Nullable Instant passwordExpiresAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway") // JPA fills the fields
    protected AppUser() {}

    AppUser(UUID id, String username, String passwordHash, Instant createdAt) {
        this.id = id;
        this.username = username;
        this.displayName = username;
        this.passwordHash = passwordHash;
        this.status = ACTIVE;
        this.createdAt = createdAt;
    }

    /** The next sign-in must choose a new password: somebody else knows this one. */
    AppUser withOneTimePassword() {
        mustChangePassword = true;
        return this;
    }

    void changePassword(String newHash) {
        passwordHash = newHash;
        mustChangePassword = false;
        passwordExpiresAt = null;
    }

    /** Whether the right password lets the user in: they are not disabled, and a one-time one has not expired. */
    boolean maySignIn(Instant now) {
        return ACTIVE.equals(status) && (passwordExpiresAt == null || now.isBefore(passwordExpiresAt));
    }

    boolean mustChangePassword() {
        return mustChangePassword;
    }

    UUID id() {
        return id;
    }

    String username() {
        return username;
    }

    String displayName() {
        return displayName;
    }

    String passwordHash() {
        return passwordHash;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AppUser that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
