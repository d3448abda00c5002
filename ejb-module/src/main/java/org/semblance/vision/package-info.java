/** Finds faces in photos and turns them into embeddings. */
@NullMarked
package org.semblance.vision;

import org.jspecify.annotations.NullMarked;
