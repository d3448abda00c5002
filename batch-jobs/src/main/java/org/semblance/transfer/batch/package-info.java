/** Jobs that read and write files of persons and pictures, and what such files hold. */
@NullMarked
package org.semblance.transfer.batch;

import org.jspecify.annotations.NullMarked;
