package org.semblance.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.semblance.health.HealthProbe.Finding;

/** What MicroProfile Health asks: one check for each probe. */
@ApplicationScoped
public class HealthChecks {
    public static final String DATABASE = "database";
    public static final String MIGRATIONS = "migrations";
    public static final String MODELS = "models";
    public static final String IMAGE_STORE = "image-store";
    public static final String DISK = "disk";
    public static final String SEARCH = "search";
    public static final String AUDIT = "audit";
    public static final String WEBHOOKS = "webhooks";
    public static final String SCHEDULES = "schedules";
    public static final String SURVEILLANCE = "surveillance";
    public static final String HEALTH_CACHE = "health-cache";
    public static final String APPLICATION = "application";

    private final HealthBoard board;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected HealthChecks() {
        this(null);
    }

    @Inject
    public HealthChecks(HealthBoard board) {
        this.board = board;
    }

    @Produces
    @Liveness
    HealthCheck alive() {
        return () -> HealthCheckResponse.up(APPLICATION);
    }

    /** The application has started once its probes are up on the board. */
    @Produces
    @Startup
    HealthCheck started() {
        return () -> HealthCheckResponse.named(APPLICATION)
                .status(board.find(DATABASE).isPresent())
                .build();
    }

    @Produces
    @Readiness
    HealthCheck database() {
        return () -> ask(DATABASE);
    }

    @Produces
    @Readiness
    HealthCheck migrations() {
        return () -> ask(MIGRATIONS);
    }

    @Produces
    @Readiness
    HealthCheck models() {
        return () -> ask(MODELS);
    }

    @Produces
    @Readiness
    HealthCheck imageStore() {
        return () -> ask(IMAGE_STORE);
    }

    @Produces
    @Readiness
    HealthCheck disk() {
        return () -> ask(DISK);
    }

    @Produces
    @Readiness
    HealthCheck search() {
        return () -> ask(SEARCH);
    }

    @Produces
    @Readiness
    HealthCheck audit() {
        return () -> ask(AUDIT);
    }

    @Produces
    @Readiness
    HealthCheck webhooks() {
        return () -> ask(WEBHOOKS);
    }

    @Produces
    @Readiness
    HealthCheck schedules() {
        return () -> ask(SCHEDULES);
    }

    @Produces
    @Readiness
    HealthCheck surveillance() {
        return () -> ask(SURVEILLANCE);
    }

    @Produces
    @Readiness
    HealthCheck healthCache() {
        return () -> ask(HEALTH_CACHE);
    }

    private HealthCheckResponse ask(String name) {
        Finding finding = board.find(name)
                .map(HealthProbe::look)
                .orElseGet(() -> Finding.down(Remark.of("starting", "The application is still starting")));
        return HealthCheckResponse.named(name)
                .status(finding.isUp())
                .withData("detail", finding.detail())
                .build();
    }
}
