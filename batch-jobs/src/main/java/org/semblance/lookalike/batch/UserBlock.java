package org.semblance.lookalike.batch;

import java.util.List;
import org.semblance.lookalike.UserComparison;
import org.semblance.lookalike.UserState;

/** Users whose lists are worked out together; nobody is in the one behind the last. */
record UserBlock(UserComparison comparison, List<UserState> users) {
    UserBlock {
        users = List.copyOf(users);
    }
}
