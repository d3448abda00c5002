/** Erases persons from every store, in steps that a death cannot undo, and proves it. */
@NullMarked
package org.semblance.privacy.erasure;

import org.jspecify.annotations.NullMarked;
