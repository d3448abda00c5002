/** Tests of cameras and of what becomes of the faces that they see. */
@NullMarked
package org.semblance.surveillance;

import org.jspecify.annotations.NullMarked;
