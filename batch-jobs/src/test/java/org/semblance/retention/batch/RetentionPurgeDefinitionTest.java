package org.semblance.retention.batch;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.lifetime.AgedRows;
import org.semblance.lifetime.AgedRowsKind;
import org.semblance.lifetime.Lifetime;
import org.semblance.lifetime.RetentionKindNotFoundException;
import org.semblance.lifetime.RetentionKinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RetentionPurgeDefinitionTest {
    private final RetentionPurgeDefinition definition = new RetentionPurgeDefinition(new RetentionKinds(List.of(
            new AgedRowsKind("sessions", "x", Lifetime.ofDays(1, 1, 1), AgedRows.of("user_session", "id", "x")))));

    @Test
    void knows_kinds_by_name_and_all_of_them() {
        assertThatNoException().isThrownBy(() -> definition.check(Map.of("kinds", "all")));
        assertThatNoException().isThrownBy(() -> definition.check(Map.of("kinds", " sessions, sessions ")));
        assertThatThrownBy(() -> definition.check(Map.of("kinds", "sessions,cartoons")))
                .isInstanceOf(RetentionKindNotFoundException.class)
                .hasMessageContaining("cartoons");
        assertThat(KindNames.of(" sessions, tokens ")).containsExactly("sessions", "tokens");
        assertThat(KindNames.of("all")).isEmpty();
    }

    @Test
    void is_never_under_way_twice_and_asks_for_the_right_to_manage() {
        assertThat(definition.exclusiveKey(Map.of())).contains("retention-purge");
        assertThat(definition.permissions()).containsExactly("retention:manage");
    }
}
