/** Galleries kept in memory, so that they are searched quickly, exactly, and while the database is away. */
@NullMarked
package org.semblance.gallery.search.memory;

import org.jspecify.annotations.NullMarked;
