@NullMarked
package org.semblance.gallery.search;

import org.jspecify.annotations.NullMarked;
