/** Views on the packs of models that find and tell faces. */
@NullMarked
package org.semblance.models.ui;

import org.jspecify.annotations.NullMarked;
