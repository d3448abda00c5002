/** The jobs that purge, and that compare the image store with the database. */
@NullMarked
package org.semblance.retention.batch;

import org.jspecify.annotations.NullMarked;
