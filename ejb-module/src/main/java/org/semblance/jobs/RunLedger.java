package org.semblance.jobs;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Statements;

/**
 * Where a run has come to, written in the transaction that did the work. The place that the batch runtime keeps is
 * written by another connection and can be ahead of what was done when the machine dies; this one cannot.
 */
@Stateless
@LocalBean
@PermitAll
public class RunLedger {
    /** Whoever takes the run over waits for this, and what comes after finds it taken. */
    private static final String HOLD =
            "SELECT id FROM semblance.job_run WHERE id = ? AND attempt = ? AND state IN ('running', 'stopping') FOR ";

    /** Parts that work side by side do not wait for each other. */
    private static final String TOGETHER = HOLD + "SHARE";

    /** For what changes the run: two parts that held it together would each wait for the other to let go. */
    private static final String ALONE = HOLD + "NO KEY UPDATE";

    private static final String PLACE =
            "SELECT coalesce(place, '') FROM semblance.job_place WHERE run_id = ? AND step = ? AND part = ?";
    private static final String KEEP = """
            INSERT INTO semblance.job_place AS kept (run_id, step, part, place, done, failed) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (run_id, step, part) DO UPDATE
               SET place = coalesce(excluded.place, kept.place), done = kept.done + excluded.done,
                   failed = kept.failed + excluded.failed
            """;
    private static final String COUNT = """
            INSERT INTO semblance.job_count AS counted (run_id, part, name, number) VALUES (?, ?, ?, ?)
            ON CONFLICT (run_id, part, name) DO UPDATE SET number = counted.number + excluded.number
            """;
    private static final String EXPECT =
            "UPDATE semblance.job_run SET total = coalesce(total, 0) + ? WHERE id = ? AND attempt = ?";
    private static final String STAND = """
            INSERT INTO semblance.job_place (run_id, step, part, place, done) VALUES (?, ?, ?, '', ?)
            ON CONFLICT (run_id, step, part) DO UPDATE SET done = excluded.done
            """;
    private static final String TOTAL = "UPDATE semblance.job_run SET total = ? WHERE id = ? AND attempt = ?";
    private static final String SAY = "INSERT INTO semblance.job_event (run_id, text) VALUES (?, ?)";
    private static final String TELL = "SELECT pg_notify('job_run', ?)";

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // resources are injected after construction
    public RunLedger() {}

    /** Outside the container. */
    public RunLedger(DataSource database) {
        this.database = database;
    }

    /** The key of the last item that was dealt with: empty text before the first; nothing when the part never began. */
    public Optional<String> place(RunPart part) {
        return statements().first(PLACE, row -> row.getString(1), part.run().value(), part.step(), part.part());
    }

    /** Begins a part that never began, and says how many items it has. */
    public void begin(RunPart part, long items) {
        hold(ALONE, part);
        statements().change(KEEP, part.run().value(), part.step(), part.part(), "", 0, 0);
        statements().change(EXPECT, items, part.run().value(), part.attempt());
        tell(part.run());
    }

    /**
     * Keeps what was done, with it or not at all; {@link RunLostException} when the run is another node's by now.
     *
     * @param place the key of the last item that was dealt with; null leaves it as it is
     */
    public void keep(RunPart part, @Nullable String place, Tally tally) {
        hold(TOGETHER, part);
        long run = part.run().value();
        statements().change(KEEP, run, part.step(), part.part(), place, tally.done(), tally.failed());
        tally.counts().forEach((name, number) -> statements().change(COUNT, run, part.part(), name, number));
        tell(part.run());
    }

    /** How far work that knows no items has come, such as bytes fetched; it begins anew with each attempt. */
    public void stand(RunPart part, long total, long done) {
        hold(ALONE, part);
        statements().change(STAND, part.run().value(), part.step(), part.part(), done);
        statements().change(TOTAL, total, part.run().value(), part.attempt());
        tell(part.run());
    }

    /** Tells people what happened to a run. No names of persons. */
    public void say(JobRunId run, String text) {
        statements().change(SAY, run.value(), text);
        tell(run);
    }

    private void hold(String how, RunPart part) {
        if (statements()
                .first(how, row -> row.getLong(1), part.run().value(), part.attempt())
                .isEmpty()) {
            throw new RunLostException(part.run());
        }
    }

    private void tell(JobRunId run) {
        statements().list(TELL, row -> run, run.toString());
    }

    private Statements statements() {
        return new Statements(database);
    }
}
