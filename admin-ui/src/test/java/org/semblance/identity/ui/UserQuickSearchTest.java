package org.semblance.identity.ui;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.semblance.identity.directory.UserPage;
import org.semblance.identity.directory.UserQuery;
import org.semblance.identity.directory.UserService;
import org.semblance.identity.directory.UserSummary;
import org.semblance.identity.directory.UserTraits;
import org.semblance.platform.ui.QuickSearch.Hit;

import static org.assertj.core.api.Assertions.assertThat;

class UserQuickSearchTest {
    private static final UUID GRACE = new UUID(0, 7);

    @Test
    void asks_once_for_no_more_than_are_shown() {
        var search = new UserQuickSearch(new Directory());

        assertThat(search.find("gra", 6)).containsExactly(new Hit("Grace Hopper", "grace", "users/" + GRACE));
    }

    private static final class Directory extends UserService {
        @Override
        public UserPage list(UserQuery query) {
            assertThat(query.text()).isEqualTo("gra");
            assertThat(query.limit()).isEqualTo(6);
            var traits = new UserTraits("Grace Hopper", null, null, true);
            var standing = new UserSummary.Standing(false, Instant.EPOCH, null, 1);
            return new UserPage(
                    List.of(new UserSummary(GRACE, "grace", traits, List.of(), standing)), Optional.empty());
        }
    }
}
