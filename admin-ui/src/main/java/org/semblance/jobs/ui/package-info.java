/** Views on long work: what runs, how far it is, and what it refused. */
@NullMarked
package org.semblance.jobs.ui;

import org.jspecify.annotations.NullMarked;
