package org.semblance.privacy.erasure;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.gallery.LegalHold;
import org.semblance.gallery.LegalHolds;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonSubjects;
import org.semblance.jobs.JobRunId;
import org.semblance.personaldata.PersonalInventory;
import org.semblance.personaldata.Subject;
import org.semblance.platform.Statements;

/** How far erasures have come. Each step is committed at once, so that whoever goes on knows where; one run at a time. */
@Stateless
@LocalBean
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ErasureProgress {
    private static final String LOCK = """
            SELECT * FROM semblance.erasure
             WHERE id = ? AND due_at <= ?
               AND (state IN ('requested', 'held', 'failed')
                    OR state = 'running' AND (execution_id = ? OR execution_id IS NULL OR touched_at < ?)) FOR UPDATE
            """;
    private static final String BEGIN = """
            UPDATE semblance.erasure
               SET state = 'running', subject = coalesce(subject, ?::jsonb), execution_id = ?, touched_at = ?,
                   started_at = coalesce(started_at, ?), ended_at = NULL, problem = NULL
             WHERE id = ? RETURNING subject::text
            """;
    private static final String MINE = """
            SELECT * FROM semblance.erasure WHERE id = ? AND execution_id = ? AND state = 'running' FOR UPDATE
            """;
    private static final String ADD_STEP = """
            INSERT INTO semblance.erasure_step (erasure_id, context, found) VALUES (?, ?, ?::jsonb)
            ON CONFLICT (erasure_id, context) DO NOTHING
            """;
    private static final String STEPS = """
            SELECT context, found::text, done_at FROM semblance.erasure_step WHERE erasure_id = ? ORDER BY done_at, context
            """;
    private static final String DONE =
            "UPDATE semblance.erasure_step SET done_at = ? WHERE erasure_id = ? AND context = ? AND done_at IS NULL";
    private static final String TOUCH = "UPDATE semblance.erasure SET touched_at = ? WHERE id = ?";
    private static final Subject NOBODY = new Subject(Set.of(), Set.of(), Set.of(), Set.of());
    private static final String STOP = """
            UPDATE semblance.erasure SET state = ?, ended_at = ?, problem = ?, touched_at = NULL
             WHERE id = ? AND state NOT IN ('done', 'cancelled')
            """;
    private static final String FINISH = """
            UPDATE semblance.erasure
               SET state = 'done', person_id = NULL, subject = NULL, report = ?, signature = ?, ended_at = ?, touched_at = ?
             WHERE id = ?
            """;

    private final PersonSubjects persons;
    private final LegalHolds holds;
    private final PersonalInventory inventory;
    private final AuditLog audit;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ErasureProgress() {
        this(null, null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public ErasureProgress(
            PersonSubjects persons, LegalHolds holds, PersonalInventory inventory, AuditLog audit, Clock clock) {
        this.persons = persons;
        this.holds = holds;
        this.inventory = inventory;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins or takes over; whoever is to be erased is found by no search from now on. Nothing when it is not due, is
     * over, is being done by another run, or is held, which is then noted.
     */
    public Optional<Subject> claim(ErasureId id, JobRunId execution) {
        Instant now = clock.instant();
        var statements = new Statements(database);
        Optional<Erasure> found = statements.first(
                LOCK, Erasure::of, id.value(), now, execution.value(), now.minus(ErasureRequests.PATIENCE));
        if (found.isEmpty() || isHeld(found.get())) {
            return Optional.empty();
        }
        Subject subject = subject(found.get().person());
        String known = statements
                .first(
                        BEGIN,
                        row -> row.getString(1),
                        SubjectJson.write(subject),
                        execution.value(),
                        now,
                        now,
                        id.value())
                .orElseThrow();
        Subject begun = SubjectJson.read(known);
        persons.hide(begun);
        inventory
                .contexts()
                .forEach(context -> statements.change(
                        ADD_STEP, id.value(), context.context(), CountsJson.write(inventory.count(context, begun))));
        return Optional.of(begun);
    }

    /** Whether the step is still to be done; false also when somebody else has taken over or a hold has come. */
    public boolean isLeft(ErasureId id, JobRunId execution, String context) {
        Optional<Erasure> mine = mine(id, execution);
        if (mine.isEmpty() || isHeld(mine.get())) {
            return false;
        }
        new Statements(database).change(TOUCH, clock.instant(), id.value());
        return steps(id).stream().anyMatch(step -> step.context().equals(context) && step.doneAt() == null);
    }

    public void done(ErasureId id, String context) {
        new Statements(database).change(DONE, clock.instant(), id.value(), context);
    }

    public List<ErasureStep> steps(ErasureId id) {
        return new Statements(database)
                .list(
                        STEPS,
                        row -> new ErasureStep(
                                row.getString("context"),
                                CountsJson.read(row.getString("found")),
                                Statements.time(row, "done_at")),
                        id.value());
    }

    /** With the report, the last knowledge of whom it was about goes. */
    public void finish(ErasureId id, JobRunId execution, SignedReport report) {
        mine(id, execution).ifPresent(erasure -> {
            Instant now = clock.instant();
            new Statements(database).change(FINISH, report.json(), report.signature(), now, now, id.value());
            audit.record(Actor.job(PersonEraser.JOB), AuditEvent.success("erasure.done", "erasure", id));
        });
    }

    /** It has not come to its end; asked for again, it goes on where it was. */
    public void fail(ErasureId id, JobRunId execution, String problem) {
        mine(id, execution).ifPresent(erasure -> {
            new Statements(database).change(STOP, Erasure.State.FAILED.code(), clock.instant(), problem, id.value());
            audit.record(
                    Actor.job(PersonEraser.JOB),
                    AuditEvent.refused("erasure.done", "erasure", id).with("problem", problem));
        });
    }

    private Optional<Erasure> mine(ErasureId id, JobRunId execution) {
        return new Statements(database).first(MINE, Erasure::of, id.value(), execution.value());
    }

    private boolean isHeld(Erasure erasure) {
        PersonId person = erasure.person();
        List<LegalHold> inForce = person == null
                ? List.of()
                : persons.find(person)
                        .map(persons::requireLocked)
                        .map(holds::inForce)
                        .orElse(List.of());
        if (inForce.isEmpty()) {
            return false;
        }
        new Statements(database)
                .change(
                        STOP,
                        Erasure.State.HELD.code(),
                        clock.instant(),
                        inForce.stream().map(ErasureProgress::told).collect(Collectors.joining("; ")),
                        erasure.id().value());
        audit.record(
                Actor.job(PersonEraser.JOB),
                AuditEvent.refused("erasure.done", "erasure", erasure.id()).with("holds", inForce.size()));
        return true;
    }

    private Subject subject(@Nullable PersonId person) {
        if (person == null) {
            return NOBODY;
        }
        return persons.find(person)
                .map(persons::subject)
                .orElseGet(() -> new Subject(Set.of(person.value()), Set.of(), Set.of(), Set.of()));
    }

    private static String told(LegalHold hold) {
        String end = hold.until() == null ? "until released" : "until " + hold.until();
        return "held by " + hold.placedBy() + " " + end + ": " + hold.reason();
    }
}
