/** Model packs at the command line, without the server: for {@code ./semblance models}. */
@NullMarked
package org.semblance.models.console;

import org.jspecify.annotations.NullMarked;
