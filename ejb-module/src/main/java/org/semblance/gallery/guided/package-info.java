/** Enrolment with somebody present: every picture is judged at once, and only good ones are stored. */
@NullMarked
package org.semblance.gallery.guided;

import org.jspecify.annotations.NullMarked;
