/** What persons have a right to: that nobody matches them without consent, and to be told what is held of them. */
@NullMarked
package org.semblance.privacy;

import org.jspecify.annotations.NullMarked;
