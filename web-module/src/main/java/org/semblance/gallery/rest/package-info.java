/** Galleries, their persons and faces, and the search among them, over HTTP. */
@NullMarked
package org.semblance.gallery.rest;

import org.jspecify.annotations.NullMarked;
