/** How quickly and how completely faces are found, in the database, in memory and by others. */
@NullMarked
package org.semblance.bench.search;

import org.jspecify.annotations.NullMarked;
