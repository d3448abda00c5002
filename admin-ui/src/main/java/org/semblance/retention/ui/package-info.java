/** Views on how long things are kept, and on pictures that have lost their rows or files. */
@NullMarked
package org.semblance.retention.ui;

import org.jspecify.annotations.NullMarked;
