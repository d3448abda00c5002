/** Where embeddings are kept, and how the nearest are found. */
@NullMarked
package org.semblance.gallery.search;

import org.jspecify.annotations.NullMarked;
