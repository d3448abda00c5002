/** The database schema of Semblance: how it is prepared, migrated, named by its version and borrowed by tests. */
@NullMarked
package org.semblance.database;

import org.jspecify.annotations.NullMarked;
