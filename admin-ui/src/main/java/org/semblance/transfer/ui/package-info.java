/** Views on files that people send to the server or carry away from it. */
@NullMarked
package org.semblance.transfer.ui;

import org.jspecify.annotations.NullMarked;
