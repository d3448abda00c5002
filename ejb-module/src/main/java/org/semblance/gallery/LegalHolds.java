package org.semblance.gallery;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.identity.Scope;
import org.semblance.platform.Page;
import org.semblance.platform.Statements;

/** Orders to keep what is held of persons; those of somebody merged hold for the survivor. */
@Stateless
@LocalBean
@PermitAll
public class LegalHolds {
    private static final String OF = """
            SELECT * FROM semblance.legal_hold
             WHERE person_id IN (SELECT semblance.ids_of_person(?)) ORDER BY id
            """;
    private static final String LATEST = """
            SELECT hold.*, CASE WHEN ? OR person.gallery_id = ANY (?) THEN person.name END AS name
              FROM semblance.legal_hold AS hold JOIN semblance.person ON person.id = hold.person_id
             WHERE (? OR (hold.released_at IS NULL AND (hold.until IS NULL OR hold.until > ?))) AND hold.id < ?
             ORDER BY hold.id DESC LIMIT ?
            """;
    private static final String PLACE = """
            INSERT INTO semblance.legal_hold (person_id, reason, until, placed_by, placed_at) VALUES (?, ?, ?, ?, ?)
            RETURNING *
            """;
    private static final String RELEASE = """
            UPDATE semblance.legal_hold SET released_by = ?, released_at = ?
             WHERE id = ? AND person_id IN (SELECT semblance.ids_of_person(?)) AND released_at IS NULL
            """;

    private final PersonSubjects subjects;
    private final AuditLog audit;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected LegalHolds() {
        this(null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public LegalHolds(PersonSubjects subjects, AuditLog audit, Clock clock) {
        this.subjects = subjects;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps a person from now on; refused once an erasure of them has begun to delete. */
    public LegalHold place(PersonId person, String reason, @Nullable Instant until, Actor actor) {
        PersonId kept = subjects.requireLocked(person);
        LegalHold placed = statements()
                .first(PLACE, LegalHolds::hold, kept.value(), reason, until, actor.name(), clock.instant())
                .orElseThrow();
        audit.record(
                actor,
                AuditEvent.success("person.hold-placed", "person", kept)
                        .with("hold", placed.id().value()));
        return placed;
    }

    public void release(PersonId person, LegalHoldId hold, Actor actor) {
        if (statements().change(RELEASE, actor.name(), clock.instant(), hold.value(), person.value()) == 0) {
            throw new LegalHoldNotFoundException(hold);
        }
        audit.record(
                actor,
                AuditEvent.success("person.hold-released", "person", person).with("hold", hold.value()));
    }

    /** All there ever were, in order. */
    public List<LegalHold> list(PersonId person) {
        return statements().list(OF, LegalHolds::hold, subjects.require(person).value());
    }

    /**
     * Those of all persons, the latest first.
     *
     * @param all whether those that are over are wanted too
     * @param named in which galleries the caller may know what persons are called
     * @param before the id after which to go on; 0 for the beginning
     */
    public Page<HeldPerson> listLatest(boolean all, Scope named, long before, int limit) {
        var found = statements()
                .list(
                        LATEST,
                        row -> new HeldPerson(hold(row), row.getString("name")),
                        named.everywhere(),
                        named.galleries(),
                        all,
                        clock.instant(),
                        before == 0 ? Long.MAX_VALUE : before,
                        Page.fetchSize(limit));
        return Page.of(found, limit, held -> held.hold().id().value());
    }

    public List<LegalHold> inForce(PersonId person) {
        Instant now = clock.instant();
        return statements().list(OF, LegalHolds::hold, person.value()).stream()
                .filter(hold -> hold.isInForce(now))
                .toList();
    }

    private Statements statements() {
        return new Statements(database);
    }

    private static LegalHold hold(ResultSet row) throws SQLException {
        return new LegalHold(
                new LegalHoldId(row.getLong("id")),
                new PersonId(row.getLong("person_id")),
                row.getString("reason"),
                Statements.time(row, "until"),
                row.getString("placed_by"),
                row.getTimestamp("placed_at").toInstant(),
                row.getString("released_by"),
                Statements.time(row, "released_at"));
    }
}
