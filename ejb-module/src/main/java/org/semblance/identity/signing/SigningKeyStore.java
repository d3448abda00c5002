package org.semblance.identity.signing;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.platform.Sealer;

/** Signing keys in the database, the private halves sealed. One signs at any time; retired ones keep no private half. */
@Stateless
@PermitAll
public class SigningKeyStore {
    private static final String SUBJECT = "signing-key";

    /** Nodes that start or rotate at once do it one after the other. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('semblance.signing_key'))";

    private static final String COUNTING = """
            SELECT id, public_key, sealed_private_key FROM signing_key
             WHERE retired_at IS NULL OR verifies_until > ? ORDER BY retired_at NULLS FIRST
            """;

    private static final String LIST =
            "SELECT id, created_at, retired_at, verifies_until FROM signing_key ORDER BY created_at DESC, id";

    private static final String RETIRE = """
            UPDATE signing_key SET retired_at = ?, verifies_until = ?, sealed_private_key = NULL
             WHERE retired_at IS NULL
            """;

    private static final String ADD =
            "INSERT INTO signing_key (id, public_key, sealed_private_key, created_at) VALUES (?, ?, ?, ?)";

    private final Sealer sealer;
    private final AuditLog audit;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SigningKeyStore() {
        this.sealer = null;
        this.audit = null;
        this.clock = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public SigningKeyStore(Sealer sealer, AuditLog audit, Clock clock) {
        this.sealer = sealer;
        this.audit = audit;
        this.clock = clock;
    }

    public SigningKeyStore(DataSource database, Sealer sealer, AuditLog audit, Clock clock) {
        this.sealer = sealer;
        this.audit = audit;
        this.clock = clock;
        this.database = database;
    }

    /** The keys that count now; empty before there is the first. */
    public Optional<KeyRing> find() {
        try (var connection = database.getConnection()) {
            return find(connection);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Makes the first key, unless another node just has. */
    public KeyRing first(SigningKey key) {
        try (var connection = database.getConnection()) {
            lock(connection);
            Optional<KeyRing> made = find(connection);
            if (made.isPresent()) {
                return made.get();
            }
            add(connection, key);
            audit.record(Actor.system(), AuditEvent.success("signing-key.created", SUBJECT, key.id()));
            return KeyRing.of(key, List.of());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Puts another key in the place of the one that signs, if that is older than a time; another node may have been
     * quicker.
     *
     * @param overlap how long tokens may be about that the old one signed
     */
    public void replaceOlderThan(Instant time, SigningKey key, Duration overlap, Actor actor) {
        try (var connection = database.getConnection()) {
            lock(connection);
            if (list(connection).stream().anyMatch(known -> known.isSigningSinceBefore(time))) {
                replace(connection, key, overlap, actor);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public List<SigningKeySummary> list() {
        try (var connection = database.getConnection()) {
            return list(connection);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Forgets keys whose last token has expired by that time. */
    public int forgetUnused(Instant time) {
        try (var connection = database.getConnection();
                var forget = connection.prepareStatement("DELETE FROM signing_key WHERE verifies_until < ?")) {
            forget.setTimestamp(1, Timestamp.from(time));
            return forget.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void replace(Connection connection, SigningKey key, Duration overlap, Actor actor) throws SQLException {
        Instant now = clock.instant();
        try (var retire = connection.prepareStatement(RETIRE)) {
            retire.setTimestamp(1, Timestamp.from(now));
            retire.setTimestamp(2, Timestamp.from(now.plus(overlap)));
            retire.executeUpdate();
        }
        add(connection, key);
        audit.record(actor, AuditEvent.success("signing-key.rotated", SUBJECT, key.id()));
    }

    private void add(Connection connection, SigningKey key) throws SQLException {
        try (var add = connection.prepareStatement(ADD)) {
            add.setString(1, key.id());
            add.setBytes(2, key.verification().key().getEncoded());
            add.setBytes(3, sealer.seal(key.encoded(), place(key.id())));
            add.setTimestamp(4, Timestamp.from(clock.instant()));
            add.executeUpdate();
        }
    }

    private Optional<KeyRing> find(Connection connection) throws SQLException {
        SigningKey signing = null;
        var retired = new ArrayList<VerificationKey>();
        try (var find = connection.prepareStatement(COUNTING)) {
            find.setTimestamp(1, Timestamp.from(clock.instant()));
            try (var rows = find.executeQuery()) {
                while (rows.next()) {
                    byte[] sealed = rows.getBytes("sealed_private_key");
                    if (sealed == null) {
                        retired.add(VerificationKey.decode(rows.getBytes("public_key")));
                    } else {
                        signing = SigningKey.decode(sealer.open(sealed, place(rows.getString("id"))));
                    }
                }
            }
        }
        return signing == null ? Optional.empty() : Optional.of(KeyRing.of(signing, retired));
    }

    private static List<SigningKeySummary> list(Connection connection) throws SQLException {
        var keys = new ArrayList<SigningKeySummary>();
        try (var list = connection.prepareStatement(LIST);
                var rows = list.executeQuery()) {
            while (rows.next()) {
                keys.add(summary(rows));
            }
        }
        return keys;
    }

    private static SigningKeySummary summary(ResultSet row) throws SQLException {
        return new SigningKeySummary(
                row.getString("id"),
                row.getTimestamp("created_at").toInstant(),
                time(row.getTimestamp("retired_at")),
                time(row.getTimestamp("verifies_until")));
    }

    private static Optional<Instant> time(@Nullable Timestamp column) {
        return Optional.ofNullable(column).map(Timestamp::toInstant);
    }

    private static void lock(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement(LOCK)) {
            lock.execute();
        }
    }

    private static String place(String id) {
        return "signing_key.sealed_private_key:" + id;
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The signing keys could not be read or written", e);
    }
}
