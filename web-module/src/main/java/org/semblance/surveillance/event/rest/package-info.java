/** What cameras saw and what happened to them, over HTTP: in pages, as a file, as numbers, and as it comes. */
@NullMarked
package org.semblance.surveillance.event.rest;

import org.jspecify.annotations.NullMarked;
