/** Users, their roles and permissions, sign-in and access tokens. */
@NullMarked
package org.semblance.identity;

import org.jspecify.annotations.NullMarked;
