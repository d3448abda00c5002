/** What people decide of unknown faces and strangers. */
@NullMarked
package org.semblance.surveillance.review;

import org.jspecify.annotations.NullMarked;
