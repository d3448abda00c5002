/** The portal's shell: its frame, navigation, texts, errors and whom a request belongs to. */
@NullMarked
package org.semblance.platform.ui;

import org.jspecify.annotations.NullMarked;
