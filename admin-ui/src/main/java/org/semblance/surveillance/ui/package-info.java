/** What the views on cameras share: live news, pictures and pickers. */
@NullMarked
package org.semblance.surveillance.ui;

import org.jspecify.annotations.NullMarked;
