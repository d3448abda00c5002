package org.semblance.platform;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.StreamSupport;
import org.semblance.database.SchemaVersion;
import org.semblance.health.HealthProbe;

/** Tells people what the health endpoint tells machines, and what it is that runs here. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SystemHealthService {
    private static final String ABOUT = "/META-INF/maven/org.semblance/ejb-module/pom.properties";

    private final Iterable<HealthProbe> probes;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SystemHealthService() {
        this((Iterable<HealthProbe>) null);
    }

    @Inject
    public SystemHealthService(@Any Instance<HealthProbe> probes) {
        this((Iterable<HealthProbe>) probes);
    }

    SystemHealthService(Iterable<HealthProbe> probes) {
        this.probes = probes;
    }

    /** Looks now. */
    @RolesAllowed(Permissions.METRICS_READ)
    public SystemHealth look() {
        var checks = StreamSupport.stream(probes.spliterator(), false)
                .map(this::look)
                .sorted(Comparator.comparing(SystemHealth.Check::name))
                .toList();
        return new SystemHealth(checks, build(), host());
    }

    private SystemHealth.Check look(HealthProbe probe) {
        long begun = System.nanoTime();
        var finding = probe.look();
        var took = Duration.ofNanos(System.nanoTime() - begun);
        var remarks = finding.remarks().stream()
                .map(said -> new SystemHealth.Remark(said.key(), said.values(), said.english()))
                .toList();
        return new SystemHealth.Check(probe.name(), state(finding), remarks, took);
    }

    private SystemHealth.State state(HealthProbe.Finding finding) {
        if (!finding.isUp()) {
            return SystemHealth.State.DOWN;
        }
        return finding.isDegraded() ? SystemHealth.State.DEGRADED : SystemHealth.State.WELL;
    }

    private SystemHealth.Build build() {
        return new SystemHealth.Build(
                version(),
                SchemaVersion.newest(),
                Runtime.version().toString(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }

    private SystemHealth.Host host() {
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return new SystemHealth.Host(
                System.getProperty("jboss.node.name", "semblance"),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                heap.getUsed(),
                heap.getMax(),
                Runtime.getRuntime().availableProcessors());
    }

    /** Maven leaves it in the archive; classes that run outside of one have no version. */
    private String version() {
        try (InputStream about = SystemHealthService.class.getResourceAsStream(ABOUT)) {
            var properties = new Properties();
            if (about != null) {
                properties.load(about);
            }
            return properties.getProperty("version", "0");
        } catch (IOException e) {
            throw new UncheckedIOException("What was built cannot be read", e);
        }
    }
}
