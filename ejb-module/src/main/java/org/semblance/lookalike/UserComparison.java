package org.semblance.lookalike;

import java.util.List;

/** Works out lists of those most similar to users, for one run. Used by one thread. */
public interface UserComparison extends AutoCloseable {
    /** Whether everybody is to be looked at, not only those with something to do. */
    boolean isOfEverybody();

    /** The lists of these users as they have to be now; those of others among them are right as they are. */
    List<AlikeList> compare(List<UserState> users);

    @Override
    void close();
}
