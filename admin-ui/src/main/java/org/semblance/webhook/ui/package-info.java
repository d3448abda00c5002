/** Views on webhooks: who is told of what, and what became of each delivery. */
@NullMarked
package org.semblance.webhook.ui;

import org.jspecify.annotations.NullMarked;
