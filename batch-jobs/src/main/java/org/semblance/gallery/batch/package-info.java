/** Jobs over galleries. */
@NullMarked
package org.semblance.gallery.batch;

import org.jspecify.annotations.NullMarked;
