/** What every feature needs and none owns: problems, permissions, the clock and request ids. */
@NullMarked
package org.semblance.platform;

import org.jspecify.annotations.NullMarked;
