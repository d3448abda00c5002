/** Subscriptions and their deliveries over HTTP. */
@NullMarked
package org.semblance.webhook.rest;

import org.jspecify.annotations.NullMarked;
