/** Consent, legal holds, subject access and erasure over HTTP. */
@NullMarked
package org.semblance.privacy.rest;

import org.jspecify.annotations.NullMarked;
