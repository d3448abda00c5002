/** Who looks like whom: users compared with users by the faces that they have claimed. */
@NullMarked
package org.semblance.lookalike;

import org.jspecify.annotations.NullMarked;
