/** Signing in to the portal, and who may open which view. */
@NullMarked
package org.semblance.identity.ui;

import org.jspecify.annotations.NullMarked;
