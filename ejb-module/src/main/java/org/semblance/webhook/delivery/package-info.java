/** The way of events to their subscribers: queue, signature, attempts, retries and the log of it all. */
@NullMarked
package org.semblance.webhook.delivery;

import org.jspecify.annotations.NullMarked;
