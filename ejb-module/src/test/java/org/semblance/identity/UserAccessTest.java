package org.semblance.identity;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UserAccessTest {
    private static final UUID SESSION = new UUID(0, 7);
    private static final SignedInUser ADA = new SignedInUser(new UUID(0, 1), "ada", "Ada", Set.of("search:run"));

    private final FakeGrants grants = new FakeGrants();
    private final SetClock clock = new SetClock();
    private final UserAccess access = new UserAccess(
            grants,
            new SessionSettings(
                    Duration.ofHours(24), Duration.ofHours(1), Duration.ofMinutes(5), Duration.ofMinutes(5)),
            clock);

    @Test
    void asks_for_every_request() {
        assertThat(access.find(ADA.id(), SESSION)).contains(ADA);

        grants.answer = Optional.empty();

        assertThat(access.find(ADA.id(), SESSION)).isEmpty();
        assertThatThrownBy(() -> access.require(ADA.id(), SESSION)).isInstanceOf(TokenInvalidException.class);
    }

    @Test
    void what_was_last_read_counts_on_for_a_while_when_the_database_is_out_of_reach() {
        access.find(ADA.id(), SESSION);
        grants.reachable = false;

        clock.pass(Duration.ofMinutes(5));
        assertThat(access.find(ADA.id(), SESSION)).contains(ADA);

        clock.pass(Duration.ofSeconds(1));
        assertThatThrownBy(() -> access.find(ADA.id(), SESSION)).isInstanceOf(AccessUnknownException.class);
    }

    @Test
    void who_was_not_here_before_stays_outside_while_the_database_is_out_of_reach() {
        access.find(ADA.id(), SESSION);
        grants.reachable = false;

        assertThatThrownBy(() -> access.find(ADA.id(), new UUID(0, 8))).isInstanceOf(AccessUnknownException.class);
    }

    @Test
    void who_was_sent_away_stays_away_when_the_database_goes_out_of_reach() {
        access.find(ADA.id(), SESSION);
        grants.answer = Optional.empty();
        access.find(ADA.id(), SESSION);
        grants.reachable = false;

        assertThatThrownBy(() -> access.find(ADA.id(), SESSION)).isInstanceOf(AccessUnknownException.class);
    }

    @Test
    void not_every_request_waits_for_a_database_that_is_out_of_reach() {
        access.find(ADA.id(), SESSION);
        grants.reachable = false;
        grants.asked = 0;

        for (int i = 0; i < 100; i++) {
            access.find(ADA.id(), SESSION);
        }
        assertThat(grants.asked).isEqualTo(1);

        clock.pass(Duration.ofSeconds(2));
        grants.reachable = true;
        grants.answer = Optional.empty();
        assertThat(access.find(ADA.id(), SESSION)).isEmpty();
    }

    private static final class FakeGrants extends Grants {
        private Optional<SignedInUser> answer = Optional.of(ADA);
        private boolean reachable = true;
        private int asked;

        @Override
        public Optional<SignedInUser> find(UUID user, UUID session) {
            asked++;
            if (!reachable) {
                throw new AccessUnknownException(new SQLException("connection refused"));
            }
            return answer;
        }
    }

    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
