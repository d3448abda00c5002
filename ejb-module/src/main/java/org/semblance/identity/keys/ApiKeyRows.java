package org.semblance.identity.keys;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.semblance.identity.Scope;

/** Reads keys from rows. */
final class ApiKeyRows {
    static final String SUMMARY = """
            SELECT k.id, k.prefix, k.name, k.owner_id, u.username, k.everywhere, k.units_per_minute, k.units_per_day,
                   k.created_at, k.expires_at, k.revoked_at, k.last_used_at, k.last_used_address,
                   ARRAY(SELECT p.permission FROM api_key_permission p WHERE p.api_key_id = k.id
                          ORDER BY p.permission) AS permissions,
                   ARRAY(SELECT g.name FROM api_key_gallery b JOIN gallery g ON g.id = b.gallery_id
                          WHERE b.api_key_id = k.id ORDER BY g.name) AS galleries
              FROM api_key k JOIN app_user u ON u.id = k.owner_id
            """;

    static final String KNOWN = """
            SELECT k.id, k.name, k.owner_id, k.secret_sha256, k.everywhere, k.units_per_minute, k.units_per_day,
                   k.expires_at, k.revoked_at, k.last_used_at,
                   ARRAY(SELECT p.permission FROM api_key_permission p WHERE p.api_key_id = k.id) AS permissions,
                   ARRAY(SELECT b.gallery_id FROM api_key_gallery b WHERE b.api_key_id = k.id) AS galleries
              FROM api_key k WHERE k.prefix = ?
            """;

    private ApiKeyRows() {}

    static ApiKeySummary summary(ResultSet row) throws SQLException {
        return new ApiKeySummary(
                row.getLong("id"),
                row.getString("prefix"),
                row.getString("name"),
                new ApiKeySummary.Owner(row.getObject("owner_id", UUID.class), row.getString("username")),
                List.of((String[]) row.getArray("permissions").getArray()),
                row.getBoolean("everywhere")
                        ? Optional.empty()
                        : Optional.of(
                                List.of((String[]) row.getArray("galleries").getArray())),
                limits(row),
                new ApiKeySummary.Life(
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        time(row.getTimestamp("revoked_at")),
                        time(row.getTimestamp("last_used_at")),
                        Optional.ofNullable(row.getString("last_used_address"))));
    }

    static KnownKey known(ResultSet row) throws SQLException {
        Array galleries = row.getArray("galleries");
        return new KnownKey(
                new KnownKey.Name(row.getLong("id"), row.getString("name"), row.getObject("owner_id", UUID.class)),
                row.getBytes("secret_sha256"),
                new KnownKey.Bounds(
                        Set.of((String[]) row.getArray("permissions").getArray()),
                        row.getBoolean("everywhere")
                                ? Scope.EVERYWHERE
                                : Scope.of(Set.of((Long[]) galleries.getArray())),
                        limits(row)),
                new KnownKey.Times(
                        row.getTimestamp("expires_at").toInstant(),
                        time(row.getTimestamp("revoked_at")),
                        time(row.getTimestamp("last_used_at"))));
    }

    private static KeyLimits limits(ResultSet row) throws SQLException {
        return new KeyLimits(
                row.getObject("units_per_minute", Integer.class), row.getObject("units_per_day", Long.class));
    }

    private static Optional<Instant> time(@Nullable Timestamp column) {
        return Optional.ofNullable(column).map(Timestamp::toInstant);
    }
}
