/** The chains that the audit trail is sealed into, and the search for what was changed behind them. */
@NullMarked
package org.semblance.audit.chain;

import org.jspecify.annotations.NullMarked;
