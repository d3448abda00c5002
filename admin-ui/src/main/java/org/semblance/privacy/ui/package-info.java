/** What the law asks for about a person: consent, holds, everything that is held of them, and erasure. */
@NullMarked
package org.semblance.privacy.ui;

import org.jspecify.annotations.NullMarked;
