/** The built application in the provisioned server, tested from outside as its users see it. */
@NullMarked
package org.semblance.ear;

import org.jspecify.annotations.NullMarked;
