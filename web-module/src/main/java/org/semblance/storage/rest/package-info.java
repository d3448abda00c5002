/** Hands out stored images to whoever holds a signed address. */
@NullMarked
package org.semblance.storage.rest;

import org.jspecify.annotations.NullMarked;
