/** Rules that hold for all of ejb-module. */
@NullMarked
package org.semblance;

import org.jspecify.annotations.NullMarked;
