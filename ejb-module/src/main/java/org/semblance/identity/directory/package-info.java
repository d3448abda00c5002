/** Keeps users, departments and roles: who there is, and who may do what. */
@NullMarked
package org.semblance.identity.directory;

import org.jspecify.annotations.NullMarked;
