/** Cameras that are read, because they send nothing by themselves: snapshots and MJPEG streams. */
@NullMarked
package org.semblance.surveillance.pull;

import org.jspecify.annotations.NullMarked;
