/** What features tell the outside: a catalogue of types, and a port that carries what happened. */
@NullMarked
package org.semblance.announcement;

import org.jspecify.annotations.NullMarked;
