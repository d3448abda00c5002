/** Starts and watches long work over HTTP. */
@NullMarked
package org.semblance.jobs.rest;

import org.jspecify.annotations.NullMarked;
