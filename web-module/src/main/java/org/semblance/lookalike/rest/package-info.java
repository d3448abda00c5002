/** Who looks like whom, over HTTP. */
@NullMarked
package org.semblance.lookalike.rest;

import org.jspecify.annotations.NullMarked;
