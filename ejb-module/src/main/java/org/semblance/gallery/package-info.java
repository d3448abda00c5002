/** Galleries of persons, their faces, and the search that ranges over them. */
@NullMarked
package org.semblance.gallery;

import org.jspecify.annotations.NullMarked;
