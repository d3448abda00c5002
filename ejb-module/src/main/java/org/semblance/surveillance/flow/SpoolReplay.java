package org.semblance.surveillance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.semblance.platform.DatabaseProbe;
import org.semblance.platform.Outage;
import org.semblance.platform.Problem;

/** Writes what was kept on disk into the database once that is back: in order, and each sighting once. */
@ApplicationScoped
public class SpoolReplay {
    private static final Logger LOG = Logger.getLogger(SpoolReplay.class);
    private static final Set<Problem.Kind> PASSING =
            EnumSet.of(Problem.Kind.BUSY, Problem.Kind.LIMITED, Problem.Kind.UNAVAILABLE);

    private final FrameSpool spool;
    private final SightingWriter writer;
    private final DatabaseProbe database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SpoolReplay() {
        this(null, null, null);
    }

    @Inject
    public SpoolReplay(FrameSpool spool, SightingWriter writer, DatabaseProbe database) {
        this.spool = spool;
        this.writer = writer;
        this.database = database;
    }

    void replay() {
        if (spool.standing().records() == 0 || !database.look().isUp()) {
            return;
        }
        int records = spool.drain(this::write);
        if (records > 0) {
            LOG.infof("%d frames that were kept on disk are in the database now", records);
        }
    }

    /** False when the database is away again. What can never be written must not keep the rest waiting. */
    private boolean write(byte[] record) {
        List<NewSighting> sightings;
        try {
            sightings = SightingRecords.read(record);
        } catch (IllegalArgumentException | jakarta.json.JsonException e) {
            LOG.errorf(e, "A frame that was kept on disk cannot be read and is passed over");
            return true;
        }
        try {
            writer.replay(sightings);
            return true;
        } catch (RuntimeException e) {
            if (Outage.isOutage(e) || isTemporary(e)) {
                return false;
            }
            if (!isForGood(e)) {
                throw e;
            }
            LOG.errorf(e, "A frame that was kept on disk is refused and passed over");
            return true;
        }
    }

    /** A full disk, say: the frame waits where it is. */
    private static boolean isTemporary(RuntimeException failure) {
        return failure instanceof Problem problem && PASSING.contains(problem.kind());
    }

    /** What the rules of the application or of the database will refuse the next time, too. */
    private static boolean isForGood(RuntimeException failure) {
        return failure instanceof Problem
                || Outage.causes(failure)
                        .anyMatch(cause -> cause instanceof SQLException sql
                                && String.valueOf(sql.getSQLState()).matches("2[23].*"));
    }
}
