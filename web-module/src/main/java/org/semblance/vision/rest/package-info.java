/** Takes photos in over HTTP and says where their faces are. */
@NullMarked
package org.semblance.vision.rest;

import org.jspecify.annotations.NullMarked;
