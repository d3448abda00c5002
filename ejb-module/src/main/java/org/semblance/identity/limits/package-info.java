/** How much each caller may ask of the API, counted over all nodes. */
@NullMarked
package org.semblance.identity.limits;

import org.jspecify.annotations.NullMarked;
