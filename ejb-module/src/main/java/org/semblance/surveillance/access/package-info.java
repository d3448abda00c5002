/** Doors, and who may pass them when: rules that are decided from memory and explained. */
@NullMarked
package org.semblance.surveillance.access;

import org.jspecify.annotations.NullMarked;
