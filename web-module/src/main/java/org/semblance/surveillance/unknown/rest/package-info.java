/** Unknown faces, strangers and learned faces over HTTP. */
@NullMarked
package org.semblance.surveillance.unknown.rest;

import org.jspecify.annotations.NullMarked;
