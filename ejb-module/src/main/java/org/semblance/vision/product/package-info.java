/** Inner products of many vectors with many others, by native code on all processors. */
@NullMarked
package org.semblance.vision.product;

import org.jspecify.annotations.NullMarked;
