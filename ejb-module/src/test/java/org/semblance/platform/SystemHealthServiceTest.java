package org.semblance.platform;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.health.HealthProbe;
import org.semblance.health.HealthProbe.Finding;

import static org.assertj.core.api.Assertions.assertThat;

class SystemHealthServiceTest {

    @Test
    void tells_what_each_probe_found_by_name() {
        var service = new SystemHealthService(
                List.of(probe("disk", Finding.down("Full")), probe("database", Finding.up("It answers"))));

        var health = service.look();

        assertThat(health.checks()).extracting(SystemHealth.Check::name).containsExactly("database", "disk");
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
