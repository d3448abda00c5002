/** The job that erases a person. */
@NullMarked
package org.semblance.privacy.batch;

import org.jspecify.annotations.NullMarked;
