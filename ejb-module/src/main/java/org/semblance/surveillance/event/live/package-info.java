/** Events as they come, on every node, in an order that can be taken up again. */
@NullMarked
package org.semblance.surveillance.event.live;

import org.jspecify.annotations.NullMarked;
