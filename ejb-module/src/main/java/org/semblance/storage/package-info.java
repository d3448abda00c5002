/** Keeps image bytes outside the database and hands them out by short-lived signed addresses. */
@NullMarked
package org.semblance.storage;

import org.jspecify.annotations.NullMarked;
