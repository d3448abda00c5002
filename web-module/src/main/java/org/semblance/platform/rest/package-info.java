/** What every REST feature shares: authentication, access, problems, request ids, JSON, metrics and the description. */
@NullMarked
package org.semblance.platform.rest;

import org.jspecify.annotations.NullMarked;
