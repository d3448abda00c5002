/** Model packs over HTTP. */
@NullMarked
package org.semblance.models.rest;

import org.jspecify.annotations.NullMarked;
