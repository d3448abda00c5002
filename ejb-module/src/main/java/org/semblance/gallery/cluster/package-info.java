/** Finds unknown faces that look like one person, and proposes to join or found that person. */
@NullMarked
package org.semblance.gallery.cluster;

import org.jspecify.annotations.NullMarked;
