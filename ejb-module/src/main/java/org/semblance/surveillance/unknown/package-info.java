/** Whom cameras see and nobody knows: the best picture of each sighting, and who recurs. */
@NullMarked
package org.semblance.surveillance.unknown;

import org.jspecify.annotations.NullMarked;
