/** Tests of how packs come into use. */
@NullMarked
package org.semblance.models;

import org.jspecify.annotations.NullMarked;
