/** What cameras saw and what happened to them, written once and never changed. */
@NullMarked
package org.semblance.surveillance.event;

import org.jspecify.annotations.NullMarked;
