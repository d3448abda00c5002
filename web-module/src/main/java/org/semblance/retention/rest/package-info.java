/** The REST face of retention. */
@NullMarked
package org.semblance.retention.rest;

import org.jspecify.annotations.NullMarked;
