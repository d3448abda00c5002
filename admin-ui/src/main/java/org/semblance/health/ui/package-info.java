/** How the server is, in words. */
@NullMarked
package org.semblance.health.ui;

import org.jspecify.annotations.NullMarked;
