/** Which cameras and servers are heard of, and what becomes of their silence. */
@NullMarked
package org.semblance.surveillance.health;

import org.jspecify.annotations.NullMarked;
