/** Views on galleries and their persons, and the search by photo. */
@NullMarked
package org.semblance.gallery.ui;

import org.jspecify.annotations.NullMarked;
