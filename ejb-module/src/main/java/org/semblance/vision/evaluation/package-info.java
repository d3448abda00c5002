/** Measures on labelled pictures how well a model pack finds people and tells them apart. */
@NullMarked
package org.semblance.vision.evaluation;

import org.jspecify.annotations.NullMarked;
