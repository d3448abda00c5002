package org.semblance.identity;

import java.util.UUID;

/** Whom an access token was issued to, and in which session. What they may do, the database says. */
public record TokenBearer(UUID user, UUID session) {}
