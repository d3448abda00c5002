package org.semblance.audit;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.semblance.audit.RefusalBudget.Skipped;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalBudgetTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final RefusalBudget budget = new RefusalBudget(3, 5, 2);

    @Test
    void counts_what_one_source_has_too_much() {
        for (int i = 0; i < 10; i++) {
            assertThat(budget.admits("192.0.2.7", NOON)).isEqualTo(i < 3);
        }

        assertThat(budget.drain()).containsExactly(new Skipped("192.0.2.7", 7));
        assertThat(budget.drain()).isEmpty();
    }

    @Test
    void leaves_room_for_other_sources() {
        for (int i = 0; i < 100; i++) {
            budget.admits("192.0.2.7", NOON);
        }

        assertThat(budget.admits("192.0.2.8", NOON)).isTrue();
    }

    @Test
    void bounds_what_all_sources_have_together_and_how_many_are_told_apart() {
        int admitted = 0;
        for (int source = 0; source < 1000; source++) {
            admitted += budget.admits("192.0.2." + source, NOON) ? 1 : 0;
        }

        assertThat(admitted).isEqualTo(5);
        assertThat(budget.drain())
                .containsExactlyInAnyOrder(
                        new Skipped("192.0.2.5", 1),
                        new Skipped("192.0.2.6", 1),
                        new Skipped(RefusalBudget.ELSEWHERE, 993));
    }

    @Test
    void begins_anew_after_a_minute() {
        for (int i = 0; i < 10; i++) {
            budget.admits("192.0.2.7", NOON);
        }

        assertThat(budget.admits("192.0.2.7", NOON.plusSeconds(60))).isTrue();
    }
}
