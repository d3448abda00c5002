/** Gives access tokens to people and programs that prove who they are. */
@NullMarked
package org.semblance.identity.rest;

import org.jspecify.annotations.NullMarked;
