@NullMarked
package org.semblance.gallery.search.memory;

import org.jspecify.annotations.NullMarked;
