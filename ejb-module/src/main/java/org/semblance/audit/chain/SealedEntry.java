package org.semblance.audit.chain;

import java.util.Optional;
import org.semblance.audit.AuditEntry;

/** A link, its seal as it is stored, and the entry that it was made for, where that is still there. */
record SealedEntry(Link link, Sum seal, Optional<AuditEntry> entry) {}
