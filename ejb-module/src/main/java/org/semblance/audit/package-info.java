/** The append-only record of who did what. */
@NullMarked
package org.semblance.audit;

import org.jspecify.annotations.NullMarked;
