/** What one node says over the database is heard on all of them. */
@NullMarked
package org.semblance.platform.live;

import org.jspecify.annotations.NullMarked;
