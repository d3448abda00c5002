/** Decodes photos from strangers: header first, within limits, to upright sRGB pixels. */
@NullMarked
package org.semblance.vision.photo;

import org.jspecify.annotations.NullMarked;
