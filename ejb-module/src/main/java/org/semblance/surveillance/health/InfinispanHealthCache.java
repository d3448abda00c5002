package org.semblance.surveillance.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.infinispan.Cache;

/** In the server's cache of that name, which a cluster keeps the same on every node. */
@ApplicationScoped
public class InfinispanHealthCache implements HealthCache {
    /** A service that starts when somebody wants it: a lookup by hand finds nothing. */
    @Resource(lookup = "java:jboss/infinispan/cache/semblance/health")
    private Cache<String, String> cache;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public InfinispanHealthCache() {}

    /** Outside the container. */
    public InfinispanHealthCache(Cache<String, String> cache) {
        this.cache = cache;
    }

    /** All is said again within seconds, so nobody waits for a server that is slow or gone. */
    @Override
    public void put(String key, String value, Duration life) {
        var unused = cache.putAsync(key, value, life.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(cache.get(key));
    }

    @Override
    public Set<String> keys(String beginning) {
        return cache.keySet().stream().filter(key -> key.startsWith(beginning)).collect(Collectors.toUnmodifiableSet());
    }
}
