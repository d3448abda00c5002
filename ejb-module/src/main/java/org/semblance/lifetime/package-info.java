/** What features keep for a time only, and how they let go of it. */
@NullMarked
package org.semblance.lifetime;

import org.jspecify.annotations.NullMarked;
