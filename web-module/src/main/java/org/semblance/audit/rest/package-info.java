/** The audit trail over HTTP. */
@NullMarked
package org.semblance.audit.rest;

import org.jspecify.annotations.NullMarked;
