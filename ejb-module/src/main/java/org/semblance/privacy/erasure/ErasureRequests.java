package org.semblance.privacy.erasure;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonSubjects;
import org.semblance.platform.Page;
import org.semblance.platform.Statements;

/** Who is to be erased, when, and what became of it. */
@Stateless
@LocalBean
@PermitAll
public class ErasureRequests {
    /** Longer than any step takes: by then, whoever worked on it is dead. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String FIND_OPEN = """
            SELECT * FROM semblance.erasure
             WHERE person_id IN (SELECT semblance.ids_of_person(?)) AND state NOT IN ('done', 'cancelled')
            """;
    private static final String OPEN = FIND_OPEN + " FOR UPDATE";
    private static final String ADD = """
            INSERT INTO semblance.erasure (pseudonym, gallery_id, person_id, reason, requested_by, requested_at, due_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING *
            """;
    private static final String AGAIN = """
            UPDATE semblance.erasure
               SET state = CASE state WHEN 'running' THEN state ELSE 'requested' END,
                   due_at = least(due_at, ?), touched_at = CASE state WHEN 'running' THEN touched_at END,
                   problem = NULL, ended_at = NULL
             WHERE id = ? RETURNING *
            """;
    private static final String CANCEL = """
            UPDATE semblance.erasure SET state = 'cancelled', ended_at = ?
             WHERE person_id IN (SELECT semblance.ids_of_person(?)) AND reason = 'withdrawal' AND subject IS NULL
               AND state IN ('requested', 'held')
            """;
    private static final String LIST = """
            SELECT * FROM semblance.erasure WHERE (? = '' OR state = ?) AND id > ? ORDER BY id LIMIT ?
            """;
    private static final String LIST_LATEST = """
            SELECT * FROM semblance.erasure WHERE (? = '' OR state = ?) AND id < ? ORDER BY id DESC LIMIT ?
            """;
    private static final String TAKE = """
            UPDATE semblance.erasure SET touched_at = ?, execution_id = NULL
             WHERE id IN (SELECT id FROM semblance.erasure
                           WHERE due_at <= ? AND (touched_at IS NULL OR touched_at < ?)
                             AND (state IN ('requested', 'running')
                                  OR state = 'held' AND NOT EXISTS (
                                      SELECT FROM semblance.legal_hold
                                       WHERE released_at IS NULL AND (until IS NULL OR until > ?)
                                         AND person_id IN (SELECT semblance.ids_of_person(erasure.person_id))))
                           ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED)
            RETURNING *
            """;

    private final PersonSubjects persons;
    private final AuditLog audit;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ErasureRequests() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public ErasureRequests(PersonSubjects persons, AuditLog audit, Clock clock) {
        this.persons = persons;
        this.audit = audit;
        this.clock = clock;
    }

    /** Asks for an erasure that begins at once; one that was asked for before, was held or has failed goes on. */
    public Erasure request(PersonId person, Actor actor) {
        return add(person, Erasure.Reason.REQUEST, clock.instant(), actor);
    }

    /** Has one that was held or has failed begin again at once; it goes on where it was. */
    public Erasure retry(ErasureId id, Actor actor) {
        Erasure erasure = require(id);
        if (erasure.state() == Erasure.State.DONE || erasure.state() == Erasure.State.CANCELLED) {
            throw new ErasureEndedException(id, erasure.state());
        }
        audit.record(actor, AuditEvent.success("erasure.retried", "erasure", id));
        return new Statements(database)
                .first(AGAIN, Erasure::of, clock.instant(), id.value())
                .orElseThrow();
    }

    /** Asks for an erasure some time from now, because consent was withdrawn. */
    public Erasure queue(PersonId person, Duration time, Actor actor) {
        return add(person, Erasure.Reason.WITHDRAWAL, clock.instant().plus(time), actor);
    }

    private Erasure add(PersonId person, Erasure.Reason reason, Instant due, Actor actor) {
        PersonId known = persons.requireLocked(person);
        var statements = new Statements(database);
        Optional<Erasure> open = statements.first(OPEN, Erasure::of, known.value());
        Erasure erasure = open.flatMap(found ->
                        statements.first(AGAIN, Erasure::of, due, found.id().value()))
                .or(() -> statements.first(
                        ADD,
                        Erasure::of,
                        UUID.randomUUID(),
                        persons.galleryOf(known),
                        known.value(),
                        reason.code(),
                        actor.name(),
                        clock.instant(),
                        due))
                .orElseThrow();
        audit.record(
                actor,
                AuditEvent.success("person.erasure-requested", "person", known)
                        .with("erasure", erasure.id().value())
                        .with("reason", reason.code()));
        return erasure;
    }

    /** Calls off what a withdrawal has asked for and has not begun. */
    public void cancel(PersonId person, Actor actor) {
        if (new Statements(database).change(CANCEL, clock.instant(), person.value()) > 0) {
            audit.record(actor, AuditEvent.success("person.erasure-cancelled", "person", person));
        }
    }

    public Erasure require(ErasureId id) {
        return new Statements(database)
                .first("SELECT * FROM semblance.erasure WHERE id = ?", Erasure::of, id.value())
                .orElseThrow(() -> new ErasureNotFoundException(id));
    }

    public Page<Erasure> list(Optional<Erasure.State> state, long after, int limit) {
        String code = state.map(Erasure.State::code).orElse("");
        var rows = new Statements(database).list(LIST, Erasure::of, code, code, after, Page.fetchSize(limit));
        return Page.of(rows, limit, erasure -> erasure.id().value());
    }

    /** The latest first, before an id; 0 for the beginning. */
    public Page<Erasure> listLatest(Optional<Erasure.State> state, long before, int limit) {
        String code = state.map(Erasure.State::code).orElse("");
        long below = before == 0 ? Long.MAX_VALUE : before;
        var rows = new Statements(database).list(LIST_LATEST, Erasure::of, code, code, below, Page.fetchSize(limit));
        return Page.of(rows, limit, erasure -> erasure.id().value());
    }

    public Optional<Erasure> findOpen(PersonId person) {
        return new Statements(database).first(FIND_OPEN, Erasure::of, person.value());
    }

    /** The report with its signature, once the erasure is done. */
    public SignedReport report(ErasureId id) {
        Erasure erasure = require(id);
        if (erasure.state() != Erasure.State.DONE) {
            throw new ErasureNotDoneException(id, erasure.state());
        }
        return new Statements(database)
                .first(
                        "SELECT report, signature FROM semblance.erasure WHERE id = ?",
                        ErasureRequests::report,
                        id.value())
                .orElseThrow();
    }

    /** Those for which a job is to be started now; nobody else is given them for a while, and no earlier run goes on. */
    public List<Erasure> takeDue(int most) {
        Instant now = clock.instant();
        return new Statements(database).list(TAKE, Erasure::of, now, now, now.minus(PATIENCE), now, most);
    }

    private static SignedReport report(ResultSet row) throws SQLException {
        return new SignedReport(row.getString("report"), row.getString("signature"));
    }
}
