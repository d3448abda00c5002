/** Health checks, packaged for the EAR's library directory where MicroProfile Health finds them. */
@NullMarked
package org.semblance.health;

import org.jspecify.annotations.NullMarked;
