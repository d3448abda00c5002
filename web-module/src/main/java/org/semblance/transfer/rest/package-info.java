/** Files of persons and pictures that are sent and fetched. */
@NullMarked
package org.semblance.transfer.rest;

import org.jspecify.annotations.NullMarked;
