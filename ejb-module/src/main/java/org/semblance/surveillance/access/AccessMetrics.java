package org.semblance.surveillance.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** What an operator watches of doors. */
@ApplicationScoped
public class AccessMetrics {
    private final MetricRegistry registry;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected AccessMetrics() {
        this(null);
    }

    @Inject
    public AccessMetrics(MetricRegistry registry) {
        this.registry = registry;
    }

    void register(Supplier<Double> age) {
        registry.gauge(
                described("access_rules_age_seconds", "How long ago doors and rules were read"),
                age,
                Supplier::get);
    }

    void count(AccessDecision decision) {
        registry.counter(
                        described("access_decisions", "Decisions at doors, by how and why"),
                        new Tag("outcome", decision.isAllowed() ? "allowed" : "denied"),
                        new Tag("reason", decision.reason().code()))
                .inc();
    }

    private static Metadata described(String name, String description) {
        return Metadata.builder().withName(name).withDescription(description).build();
    }
}
