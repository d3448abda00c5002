/** Review of faces that nobody knows. */
@NullMarked
package org.semblance.surveillance.ui.unknown;

import org.jspecify.annotations.NullMarked;
