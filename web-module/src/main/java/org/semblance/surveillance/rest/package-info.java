/** Cameras and their frames over HTTP. */
@NullMarked
package org.semblance.surveillance.rest;

import org.jspecify.annotations.NullMarked;
