/** The whole path from a photo to its faces, with the models of the active pack. */
@NullMarked
package org.semblance.vision.analysis;

import org.jspecify.annotations.NullMarked;
