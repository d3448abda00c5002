/** Faces that cameras add to persons by themselves, why they do, and how it is taken back. */
@NullMarked
package org.semblance.surveillance.learning;

import org.jspecify.annotations.NullMarked;
