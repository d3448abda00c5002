/** Measures what the platform costs on top of its models, and on top of itself when it is called over HTTP. */
@NullMarked
package org.semblance.bench;

import org.jspecify.annotations.NullMarked;
