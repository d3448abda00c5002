/** Persons and pictures that come in and go out as files. */
@NullMarked
package org.semblance.transfer;

import org.jspecify.annotations.NullMarked;
