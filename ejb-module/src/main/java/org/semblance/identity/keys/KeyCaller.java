package org.semblance.identity.keys;

import org.semblance.identity.SignedInUser;
import org.semblance.identity.limits.Allowance;

/**
 * Who calls with a key.
 *
 * @param user the key, called {@code key:<prefix>}, with the id of its owner and what both may do
 */
public record KeyCaller(SignedInUser user, Allowance allowance) {}
