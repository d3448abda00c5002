package org.semblance.identity.keys;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.identity.Scope;
import org.semblance.platform.Page;

/** API keys in the database, without their secrets. */
@Stateless
@PermitAll
public class ApiKeyStore {
    private static final String SUBJECT = "api-key";

    private static final String ADD = """
            INSERT INTO api_key (prefix, secret_sha256, name, owner_id, everywhere, units_per_minute, units_per_day,
                                 created_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """;

    private static final String ADD_PERMISSIONS =
            "INSERT INTO api_key_permission (api_key_id, permission) SELECT ?, unnest(?::text[])";

    private static final String ADD_GALLERIES =
            "INSERT INTO api_key_gallery (api_key_id, gallery_id) SELECT ?, unnest(?::bigint[])";

    private static final String COUNTING =
            "SELECT count(*) FROM api_key WHERE owner_id = ? AND revoked_at IS NULL AND expires_at > ?";

    private static final String CHANGE =
            "UPDATE api_key SET name = coalesce(?, name), expires_at = coalesce(?, expires_at) WHERE id = ?";

    private static final String NOTE_USE = """
            UPDATE api_key SET last_used_at = ?, last_used_address = ?
             WHERE id = ? AND (last_used_at IS NULL OR last_used_at < ?)
            """;

    private final AuditLog audit;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ApiKeyStore() {
        this.audit = null;
        this.clock = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public ApiKeyStore(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    public ApiKeyStore(DataSource database, AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
        this.database = database;
    }

    /** Adds a key; its owner keeps at most so many that count. */
    public long add(ApiKeyText text, NewApiKey key, Grantee grantee, int maxPerOwner) {
        try (var connection = database.getConnection()) {
            if (count(connection, grantee.owner()) >= maxPerOwner) {
                throw new TooManyApiKeysException(maxPerOwner);
            }
            long id = insert(connection, text, key, grantee);
            fill(connection, ADD_PERMISSIONS, id, "text", key.permissions().toArray());
            fill(
                    connection,
                    ADD_GALLERIES,
                    id,
                    "bigint",
                    grantee.scope().galleries().toArray());
            audit.record(AuditEvent.success("api-key.created", SUBJECT, id)
                    .with("prefix", text.prefix())
                    .with(
                            "permissions",
                            String.join(" ", key.permissions().stream().sorted().toList())));
            return id;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Who gets a key, and where and until when it counts. */
    record Grantee(UUID owner, Scope scope, Instant expiresAt) {}

    public Optional<KnownKey> findKnown(String prefix) {
        try (var connection = database.getConnection();
                var find = connection.prepareStatement(ApiKeyRows.KNOWN)) {
            find.setString(1, prefix);
            try (var row = find.executeQuery()) {
                return row.next() ? Optional.of(ApiKeyRows.known(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public Optional<ApiKeySummary> find(long id) {
        try (var connection = database.getConnection();
                var find = connection.prepareStatement(ApiKeyRows.SUMMARY + " WHERE k.id = ?")) {
            find.setLong(1, id);
            try (var row = find.executeQuery()) {
                return row.next() ? Optional.of(ApiKeyRows.summary(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Keys in the order in which they were made, of one owner or of everybody. */
    public Page<ApiKeySummary> list(Optional<UUID> owner, long after, int limit) {
        String filter = " WHERE k.id > ? AND (?::uuid IS NULL OR k.owner_id = ?::uuid) ORDER BY k.id LIMIT ?";
        var keys = new ArrayList<ApiKeySummary>();
        try (var connection = database.getConnection();
                var list = connection.prepareStatement(ApiKeyRows.SUMMARY + filter)) {
            @Nullable String wanted = owner.map(UUID::toString).orElse(null);
            list.setLong(1, after);
            list.setString(2, wanted);
            list.setString(3, wanted);
            list.setInt(4, Page.fetchSize(limit));
            try (var rows = list.executeQuery()) {
                while (rows.next()) {
                    keys.add(ApiKeyRows.summary(rows));
                }
            }
            return Page.of(keys, limit, ApiKeySummary::id);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public void change(long id, ApiKeyPatch patch) {
        try (var connection = database.getConnection();
                var change = connection.prepareStatement(CHANGE)) {
            change.setString(1, patch.name().map(KeyName::value).orElse(null));
            change.setTimestamp(2, patch.expiresAt().map(Timestamp::from).orElse(null));
            change.setLong(3, id);
            change.executeUpdate();
            audit.record(AuditEvent.success("api-key.changed", SUBJECT, id));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** For good; nothing happens to a key that was revoked before. */
    public void revoke(long id) {
        try (var connection = database.getConnection();
                var revoke = connection.prepareStatement(
                        "UPDATE api_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL")) {
            revoke.setTimestamp(1, Timestamp.from(clock.instant()));
            revoke.setLong(2, id);
            if (revoke.executeUpdate() > 0) {
                audit.record(AuditEvent.success("api-key.revoked", SUBJECT, id));
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Notes a use, unless one was noted since that time. */
    public void noteUse(long id, String address, Instant unlessSince) {
        try (var connection = database.getConnection();
                var note = connection.prepareStatement(NOTE_USE)) {
            note.setTimestamp(1, Timestamp.from(clock.instant()));
            note.setString(2, address);
            note.setLong(3, id);
            note.setTimestamp(4, Timestamp.from(unlessSince));
            note.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Ids of the galleries of these names, without those that are not there. */
    public Map<String, Long> galleries(Collection<String> names) {
        var ids = new HashMap<String, Long>();
        try (var connection = database.getConnection();
                var find = connection.prepareStatement("SELECT name, id FROM gallery WHERE name = ANY (?)")) {
            find.setArray(1, connection.createArrayOf("text", names.toArray()));
            try (var rows = find.executeQuery()) {
                while (rows.next()) {
                    ids.put(rows.getString("name"), rows.getLong("id"));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private long count(Connection connection, UUID owner) throws SQLException {
        try (var count = connection.prepareStatement(COUNTING)) {
            count.setObject(1, owner);
            count.setTimestamp(2, Timestamp.from(clock.instant()));
            try (var row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private long insert(Connection connection, ApiKeyText text, NewApiKey key, Grantee grantee) throws SQLException {
        try (var add = connection.prepareStatement(ADD)) {
            add.setString(1, text.prefix());
            add.setBytes(2, text.secretSha256());
            add.setString(3, key.name().value());
            add.setObject(4, grantee.owner());
            add.setBoolean(5, grantee.scope().everywhere());
            add.setObject(6, key.limits().unitsPerMinute());
            add.setObject(7, key.limits().unitsPerDay());
            add.setTimestamp(8, Timestamp.from(clock.instant()));
            add.setTimestamp(9, Timestamp.from(grantee.expiresAt()));
            try (var row = add.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void fill(Connection connection, String statement, long id, String type, Object[] values)
            throws SQLException {
        try (var fill = connection.prepareStatement(statement)) {
            fill.setLong(1, id);
            fill.setArray(2, connection.createArrayOf(type, values));
            fill.executeUpdate();
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("API keys could not be read or written", e);
    }
}
