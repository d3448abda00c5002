/** The port through which long work is started and watched. */
@NullMarked
package org.semblance.jobs;

import org.jspecify.annotations.NullMarked;
