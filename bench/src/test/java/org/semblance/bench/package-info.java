/** Tests of how the benchmarks count. */
@NullMarked
package org.semblance.bench;

import org.jspecify.annotations.NullMarked;
