package org.semblance.identity.limits;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** The callers' buckets, which all nodes share. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BucketStore {
    private static final String ADD = """
            INSERT INTO rate_bucket (caller, units, filled_at, day, used_on_day) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (caller) DO NOTHING
            """;

    private static final String FIND =
            "SELECT units, filled_at, day, used_on_day FROM rate_bucket WHERE caller = ? FOR UPDATE";

    private static final String CHANGE =
            "UPDATE rate_bucket SET units = ?, filled_at = ?, day = ?, used_on_day = ? WHERE caller = ?";

    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected BucketStore() {
        this.clock = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public BucketStore(Clock clock) {
        this.clock = clock;
    }

    public BucketStore(DataSource database, Clock clock) {
        this.clock = clock;
        this.database = database;
    }

    /** As many of the wanted units as there are, but nothing if they are fewer than needed. */
    public Grant take(Allowance allowance, long needed, long wanted) {
        Instant now = clock.instant();
        try (var connection = database.getConnection()) {
            Bucket bucket = require(connection, allowance, now).at(now, allowance);
            Grant grant = bucket.take(needed, wanted, allowance);
            if (grant.units() > 0) {
                change(connection, allowance.caller(), bucket.without(grant));
            }
            return grant;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static Bucket require(Connection connection, Allowance allowance, Instant now) throws SQLException {
        Optional<Bucket> known = find(connection, allowance.caller());
        if (known.isPresent()) {
            return known.get();
        }
        Bucket full = Bucket.full(allowance, now);
        try (var add = connection.prepareStatement(ADD)) {
            add.setString(1, allowance.caller());
            add.setDouble(2, full.units());
            add.setTimestamp(3, Timestamp.from(full.filledAt()));
            add.setDate(4, Date.valueOf(full.day()));
            add.setLong(5, full.usedOnDay());
            add.executeUpdate();
        }
        return find(connection, allowance.caller()).orElse(full);
    }

    private static Optional<Bucket> find(Connection connection, String caller) throws SQLException {
        try (var find = connection.prepareStatement(FIND)) {
            find.setString(1, caller);
            try (var row = find.executeQuery()) {
                return row.next()
                        ? Optional.of(new Bucket(
                                row.getDouble("units"),
                                row.getTimestamp("filled_at").toInstant(),
                                row.getDate("day").toLocalDate(),
                                row.getLong("used_on_day")))
                        : Optional.empty();
            }
        }
    }

    private static void change(Connection connection, String caller, Bucket bucket) throws SQLException {
        try (var change = connection.prepareStatement(CHANGE)) {
            change.setDouble(1, bucket.units());
            change.setTimestamp(2, Timestamp.from(bucket.filledAt()));
            change.setDate(3, Date.valueOf(bucket.day()));
            change.setLong(4, bucket.usedOnDay());
            change.setString(5, caller);
            change.executeUpdate();
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("What callers have used could not be counted", e);
    }
}
