package org.semblance.audit.chain;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.semblance.audit.AuditEntry;
import org.semblance.audit.chain.Settling.Horizon;

/** Writes seals, one node at a time: whoever is not first leaves it to the other. */
@Stateless
@PermitAll
public class SealStore {
    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(hashtext('semblance.audit_seal'))";
    private static final String HORIZON = """
            SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
                   pg_snapshot_xmax(pg_current_snapshot())::text::bigint,
                   (SELECT coalesce(max(settled_to), 0) FROM audit_seal)
            """;
    private static final String UNSEALED = "SELECT DISTINCT ON (e.id) " + AuditEntry.COLUMNS + """
              FROM audit_entry e
             WHERE e.id > ? AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.entry_id = e.id)
             ORDER BY e.id
             LIMIT ?
            """;
    private static final String HEAD =
            "SELECT month, position, seal FROM audit_seal WHERE month = ? ORDER BY position DESC LIMIT 1";
    private static final String AT = "SELECT seal FROM audit_seal WHERE month = ? AND position = ?";
    private static final String ADD = """
            INSERT INTO audit_seal (month, position, entry_id, occurred_at, entry_digest, settled_to, sealed_at, key_name, seal)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final SealKeys keys;
    private final Anchors anchors;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SealStore() {
        this.keys = null;
        this.anchors = null;
        this.clock = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public SealStore(SealKeys keys, Anchors anchors, Clock clock) {
        this.keys = keys;
        this.anchors = anchors;
        this.clock = clock;
    }

    SealStore(SealKeys keys, Anchors anchors, Clock clock, DataSource database) {
        this.keys = keys;
        this.anchors = anchors;
        this.clock = clock;
        this.database = database;
    }

    /**
     * What was sealed.
     *
     * @param heads the ends of the chains that grew and still hold what this node saw of them
     */
    public record Batch(int count, List<Anchor> heads, long settledTo) {}

    /** Seals the next entries whose transactions have committed; empty when another node is at it. */
    public Optional<Batch> sealNext(Settling settling, long known, int limit) {
        try (var connection = database.getConnection()) {
            if (!isFirst(connection)) {
                return Optional.empty();
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            try (var query = connection.prepareStatement(HORIZON);
                    var row = query.executeQuery()) {
                row.next();
                var horizon = new Horizon(row.getLong(1), row.getLong(2));
                long floor = Math.max(known, row.getLong(3));
                return Optional.of(seal(connection, new Round(settling, horizon, floor, limit, now)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The audit trail could not be sealed", e);
        }
    }

    private static boolean isFirst(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement(LOCK);
                var row = lock.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** What settles now was seen before the entries are read, so that none of them is missed. */
    private Batch seal(Connection connection, Round round) throws SQLException {
        long settled = round.settling().settledTo(round.horizon(), round.now(), round.floor());
        List<AuditEntry> entries = unsealed(connection, round.floor(), round.limit());
        boolean isDrained = entries.size() < round.limit();
        long settledTo = isDrained ? settled : round.floor();
        if (isDrained && settled > round.floor()) {
            round.settling().accept();
        }
        if (isDrained && !entries.isEmpty()) {
            round.settling().propose(entries.get(entries.size() - 1).id(), round.horizon(), round.now());
        }
        return new Batch(entries.size(), add(connection, entries, settledTo, round.now()), settledTo);
    }

    private static List<AuditEntry> unsealed(Connection connection, long after, int limit) throws SQLException {
        try (var query = connection.prepareStatement(UNSEALED)) {
            // A plan that fits every place in the trail would read all of it for the few entries at its end.
            query.unwrap(PGStatement.class).setPrepareThreshold(0);
            query.setLong(1, after);
            query.setInt(2, limit);
            var entries = new ArrayList<AuditEntry>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    entries.add(AuditEntry.read(rows));
                }
            }
            return entries;
        }
    }

    private List<Anchor> add(Connection connection, List<AuditEntry> entries, long settledTo, Instant now)
            throws SQLException {
        Map<LocalDate, Anchor> heads = new TreeMap<>();
        List<Anchor> sound = new ArrayList<>();
        if (entries.isEmpty()) {
            return sound;
        }
        try (var add = connection.prepareStatement(ADD)) {
            for (AuditEntry entry : entries) {
                LocalDate month = Link.month(entry);
                Anchor head = heads.containsKey(month) ? heads.get(month) : head(connection, month);
                var link = new Link(
                        month,
                        head.position() + 1,
                        entry.id(),
                        entry.occurredAt(),
                        Link.digest(entry),
                        settledTo,
                        now,
                        keys.current());
                Sum seal = link.seal(keys, head.seal()).orElseThrow();
                heads.put(month, new Anchor(month, link.position(), seal));
                set(add, link, seal);
                add.addBatch();
            }
            add.executeBatch();
        }
        for (Anchor head : heads.values()) {
            if (holds(connection, head.month())) {
                sound.add(head);
            }
        }
        return sound;
    }

    /** The end of a chain; where its end was cut off, what this node remembers of it, so that a gap shows for ever. */
    private Anchor head(Connection connection, LocalDate month) throws SQLException {
        Anchor found = new Anchor(month, 0, Sum.NOTHING);
        try (var query = connection.prepareStatement(HEAD)) {
            query.setDate(1, Date.valueOf(month));
            try (var row = query.executeQuery()) {
                if (row.next()) {
                    found = new Anchor(month, row.getLong(2), Sum.of(row.getBytes(3)));
                }
            }
        }
        Anchor remembered = anchors.find(month).orElse(found);
        return remembered.position() > found.position() ? remembered : found;
    }

    /** Whether the chain still has what this node saw; an anchor that does not hold stays as it is. */
    private boolean holds(Connection connection, LocalDate month) throws SQLException {
        Optional<Anchor> anchor = anchors.find(month);
        if (anchor.isEmpty()) {
            return true;
        }
        try (var query = connection.prepareStatement(AT)) {
            query.setDate(1, Date.valueOf(month));
            query.setLong(2, anchor.get().position());
            try (var row = query.executeQuery()) {
                return row.next() && Sum.of(row.getBytes(1)).equals(anchor.get().seal());
            }
        }
    }

    private static void set(PreparedStatement add, Link link, Sum seal) throws SQLException {
        add.setDate(1, Date.valueOf(link.month()));
        add.setLong(2, link.position());
        add.setLong(3, link.entryId());
        add.setTimestamp(4, Timestamp.from(link.occurredAt()));
        add.setBytes(5, link.digest().bytes());
        add.setLong(6, link.settledTo());
        add.setTimestamp(7, Timestamp.from(link.sealedAt()));
        add.setString(8, link.keyName());
        add.setBytes(9, seal.bytes());
    }

    private record Round(Settling settling, Horizon horizon, long floor, int limit, Instant now) {}
}
