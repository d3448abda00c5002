package org.semblance.identity.directory;

import java.time.Instant;

/**
 * Whom an identity provider means by a user here.
 *
 * @param issuer the provider, as its tokens name it
 * @param subject its own word for the user, as the audit log tells it of whoever was refused
 */
public record IdentityLink(long id, String issuer, String subject, Instant createdAt) {}
