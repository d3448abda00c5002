package org.semblance.surveillance.event;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.StandaloneAudit;
import org.semblance.identity.CurrentUser;
import org.semblance.platform.Permissions;

/** What was recognised, to carry away: page by page, however much there is. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventExport {
    private static final int PAGE = 1000;

    private final RecognitionEvents recognitions;
    private final EventWhereabouts whereabouts;
    private final StandaloneAudit audit;
    private final Clock clock;

    @Resource
    private SessionContext caller;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected EventExport() {
        this(null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public EventExport(
            RecognitionEvents recognitions, EventWhereabouts whereabouts, StandaloneAudit audit, Clock clock) {
        this.recognitions = recognitions;
        this.whereabouts = whereabouts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An export that has begun.
     *
     * @param query with the end that it has now
     */
    public record Begun(EventQuery query, EventBounds bounds) {}

    /** Records that events are carried away, before the first one is. */
    @RolesAllowed(Permissions.EVENT_EXPORT)
    public Begun begin(EventQuery wanted, String format) {
        EventBounds bounds =
                whereabouts.require(wanted.places(), CurrentUser.require().scope(Permissions.EVENT_EXPORT));
        EventQuery query = wanted.before(clock.instant());
        audit.record(
                Actor.caller(caller.getCallerPrincipal().getName()),
                AuditEvent.success("event.exported", "event", format).with("filter", query.toString()));
        return new Begun(query, bounds);
    }

    /** The next events of an export; empty at its end. */
    @RolesAllowed(Permissions.EVENT_EXPORT)
    public List<RecordedRecognition> page(Begun export, @Nullable EventMark after) {
        return recognitions.list(export.query(), export.bounds(), after, PAGE);
    }

    /** Writes an export page by page as it is taken: no more than a page is ever in memory. */
    @RolesAllowed(Permissions.EVENT_EXPORT)
    public void write(Begun export, RecognitionFormat format, OutputStream output) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
        writer.write(format.head());
        List<RecordedRecognition> page = page(export, null);
        while (!page.isEmpty()) {
            for (RecordedRecognition event : page) {
                writer.write(format.event(event));
            }
            page = page(export, EventMark.of(page.get(page.size() - 1)));
        }
        writer.flush();
    }
}
