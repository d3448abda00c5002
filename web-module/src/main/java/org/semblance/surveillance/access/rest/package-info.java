/** Doors, the rules at them and what these mean for somebody, over HTTP. */
@NullMarked
package org.semblance.surveillance.access.rest;

import org.jspecify.annotations.NullMarked;
