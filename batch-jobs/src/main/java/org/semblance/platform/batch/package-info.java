/** Starting, watching and stopping jobs, whatever they do. */
@NullMarked
package org.semblance.platform.batch;

import org.jspecify.annotations.NullMarked;
