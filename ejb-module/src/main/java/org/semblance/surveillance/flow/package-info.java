/** The way of a frame: faces, whose they are, and what is written of it. */
@NullMarked
package org.semblance.surveillance.flow;

import org.jspecify.annotations.NullMarked;
