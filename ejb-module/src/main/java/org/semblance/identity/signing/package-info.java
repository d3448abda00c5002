/** The keys that sign access tokens: shared by all nodes, changed by age, published for whoever checks tokens. */
@NullMarked
package org.semblance.identity.signing;

import org.jspecify.annotations.NullMarked;
