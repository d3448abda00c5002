/** Other systems are told of what happens: their subscriptions, and the outbox that is written with each change. */
@NullMarked
package org.semblance.webhook;

import org.jspecify.annotations.NullMarked;
