package org.semblance.privacy;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonSubjects;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Page;
import org.semblance.platform.Statements;
import org.semblance.privacy.erasure.ErasureRequests;

/** What persons agreed to and took back. The database heeds it in the same transaction: see the triggers of consent. */
@Stateless
@LocalBean
@PermitAll
public class ConsentStore {
    private static final String ADD = """
            INSERT INTO semblance.consent (person_id, purpose, state, text_version, locale, channel, evidence,
                                           evidence_sha256, said_at, recorded_by, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, decode(?, 'hex'), ?, ?, ?)
            RETURNING *, encode(evidence_sha256, 'hex') AS sha256
            """;
    private static final String LIST = """
            SELECT *, encode(evidence_sha256, 'hex') AS sha256 FROM semblance.consent
             WHERE person_id IN (SELECT semblance.ids_of_person(?)) AND id > ? ORDER BY id LIMIT ?
            """;
    private static final String SUSPENDED = "SELECT suspended_at FROM semblance.person WHERE id = ?";

    private final PersonSubjects persons;
    private final ErasureRequests erasures;
    private final PrivacySettings settings;
    private final AuditLog audit;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ConsentStore() {
        this(null, null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public ConsentStore(
            PersonSubjects persons, ErasureRequests erasures, PrivacySettings settings, AuditLog audit, Clock clock) {
        this.persons = persons;
        this.erasures = erasures;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** A withdrawal may ask for an erasure, which a later grant calls off unless it has begun. */
    public Consent add(PersonId person, NewConsent said, Actor actor) {
        Instant now = clock.instant();
        Instant when = Objects.requireNonNullElse(said.saidAt(), now);
        if (when.isAfter(now)) {
            throw new InvalidInputException("said_at", "said_at is when the person said so: not in the future");
        }
        PersonId known = persons.requireLocked(person);
        Consent recorded = new Statements(database)
                .first(
                        ADD,
                        ConsentStore::consent,
                        known.value(),
                        said.purpose(),
                        said.state().code(),
                        said.textVersion(),
                        said.locale(),
                        said.channel(),
                        said.evidence().reference(),
                        said.evidence().sha256(),
                        when,
                        actor.name(),
                        now)
                .orElseThrow();
        if (said.isAboutRecognition()) {
            followUp(known, said.state(), actor);
        }
        audit.record(
                actor,
                AuditEvent.success("person.consent-" + said.state().code(), "person", known)
                        .with("purpose", said.purpose())
                        .with("consent", recorded.id()));
        return recorded;
    }

    private void followUp(PersonId person, Consent.State state, Actor actor) {
        if (state == Consent.State.GRANTED) {
            erasures.cancel(person, actor);
        } else {
            settings.eraseAfterWithdrawal().ifPresent(time -> erasures.queue(person, time, actor));
        }
    }

    /** What was said by any id that the person goes by, in the order of recording. */
    public Page<Consent> list(PersonId person, long after, int limit) {
        var rows = new Statements(database)
                .list(LIST, ConsentStore::consent, persons.require(person).value(), after, Page.fetchSize(limit));
        return Page.of(rows, limit, Consent::id);
    }

    /** Since when nobody matches the person; nothing while they are matched. */
    public Optional<Instant> suspendedAt(PersonId person) {
        return new Statements(database)
                        .list(
                                SUSPENDED,
                                row -> Optional.ofNullable(Statements.time(row, "suspended_at")),
                                persons.require(person).value())
                        .stream()
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private static Consent consent(ResultSet row) throws SQLException {
        Instant saidAt = row.getTimestamp("said_at").toInstant();
        var said = new NewConsent(
                row.getString("purpose"),
                Consent.State.of(row.getString("state")),
                row.getString("text_version"),
                row.getString("locale"),
                row.getString("channel"),
                new NewConsent.Evidence(row.getString("evidence"), row.getString("sha256")),
                saidAt);
        return new Consent(
                row.getLong("id"),
                new PersonId(row.getLong("person_id")),
                said,
                saidAt,
                row.getString("recorded_by"),
                row.getTimestamp("recorded_at").toInstant());
    }
}
