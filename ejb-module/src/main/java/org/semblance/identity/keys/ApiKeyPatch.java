package org.semblance.identity.keys;

import java.time.Instant;
import java.util.Optional;

/** What to change of a key; what is empty stays. */
public record ApiKeyPatch(Optional<KeyName> name, Optional<Instant> expiresAt) {}
