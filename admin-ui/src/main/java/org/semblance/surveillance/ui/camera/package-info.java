/** Cameras: how they are, by which rules they go, and who sends their frames. */
@NullMarked
package org.semblance.surveillance.ui.camera;

import org.jspecify.annotations.NullMarked;
