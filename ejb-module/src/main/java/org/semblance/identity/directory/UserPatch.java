package org.semblance.identity.directory;

import java.util.function.UnaryOperator;

/** What a user is to become, going by what they are. */
@FunctionalInterface
public interface UserPatch extends UnaryOperator<UserTraits> {}
