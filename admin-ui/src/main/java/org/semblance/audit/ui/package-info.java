/** The audit trail as auditors read, verify and carry it away. */
@NullMarked
package org.semblance.audit.ui;

import org.jspecify.annotations.NullMarked;
