/** The job that verifies the audit trail. */
@NullMarked
package org.semblance.audit.batch;

import org.jspecify.annotations.NullMarked;
