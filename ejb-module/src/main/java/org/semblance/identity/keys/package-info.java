/** Keys of programs: each may do some of what its owner may, until it expires or is revoked. */
@NullMarked
package org.semblance.identity.keys;

import org.jspecify.annotations.NullMarked;
