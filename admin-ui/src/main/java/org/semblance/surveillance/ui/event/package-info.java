/** What cameras saw, and what happened to them. */
@NullMarked
package org.semblance.surveillance.ui.event;

import org.jspecify.annotations.NullMarked;
