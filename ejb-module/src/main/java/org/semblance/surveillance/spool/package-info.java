/** What was seen while the database was away, kept on this server's disk until it is back. */
@NullMarked
package org.semblance.surveillance.spool;

import org.jspecify.annotations.NullMarked;
