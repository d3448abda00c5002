/** The portal's first page. */
@NullMarked
package org.semblance.home.ui;

import org.jspecify.annotations.NullMarked;
