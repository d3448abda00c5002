/** Jobs over those who look alike. */
@NullMarked
package org.semblance.lookalike.batch;

import org.jspecify.annotations.NullMarked;
