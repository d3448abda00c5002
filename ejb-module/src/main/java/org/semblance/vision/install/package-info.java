/** How model packs come and go: fetched, unpacked, checked, tried, and only then put among the installed ones. */
@NullMarked
package org.semblance.vision.install;

import org.jspecify.annotations.NullMarked;
