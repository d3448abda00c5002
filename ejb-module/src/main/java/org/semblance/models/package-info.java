/** Which models are in use: packs installed and removed, chosen, and the stored faces embedded again for a new one. */
@NullMarked
package org.semblance.models;

import org.jspecify.annotations.NullMarked;
