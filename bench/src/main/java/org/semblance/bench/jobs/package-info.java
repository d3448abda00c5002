/** How much work jobs get done, against what the machine could do. */
@NullMarked
package org.semblance.bench.jobs;

import org.jspecify.annotations.NullMarked;
