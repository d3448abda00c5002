/** Tests of who looks like whom. */
@NullMarked
package org.semblance.lookalike;

import org.jspecify.annotations.NullMarked;
