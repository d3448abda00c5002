/** Model packs: directories of models with a {@code pack.yaml} that says exactly how to use them. */
@NullMarked
package org.semblance.vision.pack;

import org.jspecify.annotations.NullMarked;
