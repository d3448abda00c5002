/** Says how long things are kept, removes them when their time is over, and tells what was removed. */
@NullMarked
package org.semblance.retention;

import org.jspecify.annotations.NullMarked;
