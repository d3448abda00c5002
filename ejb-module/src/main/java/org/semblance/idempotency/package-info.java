/** Writes that a client may send again without their happening twice. */
@NullMarked
package org.semblance.idempotency;

import org.jspecify.annotations.NullMarked;
