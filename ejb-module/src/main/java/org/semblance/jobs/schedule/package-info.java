/** Jobs that are started by the clock. */
@NullMarked
package org.semblance.jobs.schedule;

import org.jspecify.annotations.NullMarked;
