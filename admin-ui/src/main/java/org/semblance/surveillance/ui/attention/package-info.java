/** What surveillance tells the frame around all views: what waits, and which cameras there are. */
@NullMarked
package org.semblance.surveillance.ui.attention;

import org.jspecify.annotations.NullMarked;
