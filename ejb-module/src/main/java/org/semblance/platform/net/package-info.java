/** Calls to addresses that people typed in: only to where the server may go, and to the very address that was checked. */
@NullMarked
package org.semblance.platform.net;

import org.jspecify.annotations.NullMarked;
