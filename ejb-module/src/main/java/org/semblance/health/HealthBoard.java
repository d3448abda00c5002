package org.semblance.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the probes of ejb-module hang themselves up. Health checks are found only in the EAR's library directory,
 * which cannot see the EJB jar; the EJB jar can see it.
 */
@ApplicationScoped
public class HealthBoard {
    private final Map<String, HealthProbe> probes = new ConcurrentHashMap<>();

    public void register(HealthProbe probe) {
        probes.put(probe.name(), probe);
    }

    public void unregister(HealthProbe probe) {
        probes.remove(probe.name());
    }

    Optional<HealthProbe> find(String name) {
        return Optional.ofNullable(probes.get(name));
    }
}
