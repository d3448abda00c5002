package org.semblance.identity;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScopeTest {
    private static final Scope STAFF = Scope.of(Set.of(1L));
    private static final Scope BOTH = Scope.of(Set.of(1L, 2L));

    @Test
    void everywhere_includes_everything() {
        assertThat(Scope.EVERYWHERE.includes(7)).isTrue();
        assertThat(Scope.EVERYWHERE.includes(BOTH)).isTrue();
        assertThat(BOTH.includes(Scope.EVERYWHERE)).isFalse();
    }

    @Test
    void some_galleries_include_fewer() {
        assertThat(BOTH.includes(STAFF)).isTrue();
        assertThat(STAFF.includes(BOTH)).isFalse();
        assertThat(STAFF.includes(Scope.NOWHERE)).isTrue();
        assertThat(STAFF.includes(2)).isFalse();
    }

    @Test
    void adds_up_and_overlaps() {
        assertThat(STAFF.or(Scope.of(Set.of(2L)))).isEqualTo(BOTH);
        assertThat(STAFF.or(Scope.EVERYWHERE)).isEqualTo(Scope.EVERYWHERE);
        assertThat(BOTH.and(STAFF)).isEqualTo(STAFF);
        assertThat(Scope.EVERYWHERE.and(STAFF)).isEqualTo(STAFF);
        assertThat(STAFF.and(Scope.of(Set.of(2L))).isNowhere()).isTrue();
    }

    @Test
    void a_user_within_bounds_has_what_is_in_both() {
        var ada = new SignedInUser(
                new UUID(0, 1), "ada", "Ada", Map.of("person:read", BOTH, "search:run", Scope.EVERYWHERE), null);

        SignedInUser bounded = ada.within(Map.of("person:read", STAFF, "audit:read", Scope.EVERYWHERE));

        assertThat(bounded.scopes()).isEqualTo(Map.of("person:read", STAFF));
    }
}
