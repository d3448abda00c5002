package org.semblance.surveillance.flow;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Predicate;
import org.semblance.surveillance.spool.Spool;

/** The spool of this server: opened when it is first needed, or when the application starts. */
@ApplicationScoped
public class FrameSpool {
    private final Spool spool;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected FrameSpool() {
        this.spool = null;
    }

    @Inject
    public FrameSpool(SurveillanceSettings settings) {
        this.spool = new Spool(settings.spoolDirectory(), settings.spoolBytes());
    }

    void append(byte[] record) {
        spool.append(record);
    }

    int drain(Predicate<byte[]> taker) {
        return spool.drain(taker);
    }

    public Spool.Standing standing() {
        return spool.standing();
    }

    @PreDestroy
    void close() {
        spool.close();
    }
}
