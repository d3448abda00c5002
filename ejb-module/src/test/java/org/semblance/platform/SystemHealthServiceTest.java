package org.semblance.platform;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.health.HealthProbe;
import org.semblance.health.HealthProbe.Finding;
import org.semblance.health.Remark;
import org.semblance.platform.SystemHealth.State;

import static org.assertj.core.api.Assertions.assertThat;

class SystemHealthServiceTest {

    @Test
    void tells_what_each_probe_found_by_name() {
        var service = new SystemHealthService(List.of(
                probe("disk", Finding.down(Remark.of("full", "Full by %d %%", 99))),
                probe("audit", Finding.degraded(Remark.of("late", "Late"), Remark.of("slow", "Slow"))),
                probe("database", Finding.up(Remark.of("answers", "It answers")))));

        var health = service.look();

        assertThat(health.checks()).extracting(SystemHealth.Check::name).containsExactly("audit", "database", "disk");
        assertThat(health.checks())
                .extracting(SystemHealth.Check::state)
                .containsExactly(State.DEGRADED, State.WELL, State.DOWN);
        assertThat(health.checks().get(2).remarks())
                .containsExactly(new SystemHealth.Remark("full", List.of(99), "Full by 99 %"));
        assertThat(health.isUp()).isFalse();
        assertThat(health.host().memoryUsed()).isPositive();
        assertThat(health.build().schema()).isNotBlank();
    }

    private static HealthProbe probe(String name, Finding finding) {
        return new HealthProbe() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Finding look() {
                return finding;
            }
        };
    }
}
