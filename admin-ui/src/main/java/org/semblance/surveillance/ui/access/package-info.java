/** Doors, the rules of who may pass, and who would. */
@NullMarked
package org.semblance.surveillance.ui.access;

import org.jspecify.annotations.NullMarked;
