/** What every context that keeps something of persons tells of it, so that access and erasure forget none of them. */
@NullMarked
package org.semblance.personaldata;

import org.jspecify.annotations.NullMarked;
