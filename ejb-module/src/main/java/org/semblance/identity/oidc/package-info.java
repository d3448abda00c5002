/** Signing in with a company's own identity provider: OpenID Connect, for browsers and for the API. */
@NullMarked
package org.semblance.identity.oidc;

import org.jspecify.annotations.NullMarked;
