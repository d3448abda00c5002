/** Rules that hold for all of batch-jobs. */
@NullMarked
package org.semblance;

import org.jspecify.annotations.NullMarked;
