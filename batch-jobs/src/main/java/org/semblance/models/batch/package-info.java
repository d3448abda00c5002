/** Jobs over model packs. */
@NullMarked
package org.semblance.models.batch;

import org.jspecify.annotations.NullMarked;
