/** Arithmetic on decoded pictures: scaling, framing, aligning, and the planes of numbers that models read. */
@NullMarked
package org.semblance.vision.pixels;

import org.jspecify.annotations.NullMarked;
