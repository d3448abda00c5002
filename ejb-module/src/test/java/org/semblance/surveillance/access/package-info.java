/** Tests of doors and of who may pass them. */
@NullMarked
package org.semblance.surveillance.access;

import org.jspecify.annotations.NullMarked;
