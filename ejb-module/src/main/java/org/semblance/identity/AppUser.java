package org.semblance.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who can sign in: locked out for a growing while by wrong passwords, never for good. */
@Entity
@Table(name = "app_user")
public class AppUser {
    private static final int FREE_ATTEMPTS = 5;
    private static final Duration LONGEST_LOCK = Duration.ofMinutes(15);
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

    @Column(name = "failed_attempts")
    private int failedAttempts;

    @Column(name = "locked_until")
    private @Nullable Instant lockedUntil;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_sign_in_at")
    private @Nullable Instant lastSignInAt;

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

    void passwordFailed(Instant now) {
        failedAttempts++;
        if (failedAttempts >= FREE_ATTEMPTS) {
            int doublings = Math.min(failedAttempts - FREE_ATTEMPTS, 20);
            var lock = Duration.ofSeconds(1L << doublings);
            lockedUntil = now.plus(lock.compareTo(LONGEST_LOCK) < 0 ? lock : LONGEST_LOCK);
        }
    }

    void signedIn(Instant now) {
        failedAttempts = 0;
        lockedUntil = null;
        lastSignInAt = now;
    }

    void changePassword(String newHash) {
        passwordHash = newHash;
        mustChangePassword = false;
        failedAttempts = 0;
        lockedUntil = null;
    }

    boolean isActive() {
        return ACTIVE.equals(status);
    }

    boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
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

    @Nullable
    Instant lastSignInAt() {
        return lastSignInAt;
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
