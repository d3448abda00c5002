package org.semblance.audit.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.PostgresAuditLog;
import org.semblance.database.MigratedDatabase;

/** A database with a trail, a node that seals it, and somebody who may do anything to the database. */
final class AuditWorld implements AutoCloseable {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    final MigratedDatabase database = MigratedDatabase.fresh();
    private final Path files;
    private final Clock clock;
    private SealKeys keys;
    private Anchors anchors;
    private ChainSealer sealer;

    AuditWorld(Path files, Clock clock) {
        this.files = files;
        this.clock = clock;
        write("key", KEY);
        restart();
    }

    static AuditWorld in(Path files) {
        return new AuditWorld(files, Clock.systemUTC());
    }

    /** The node begins anew with what is in its files. */
    void restart() {
        keys = new SealKeys(files.resolve("key"));
        anchors = new Anchors(files.resolve("anchors"));
        sealer = sealer(anchors);
    }

    /** A new key in front of the old one, or only the new one. */
    void changeKey(boolean isOldOneKept) {
        String next = Base64.getEncoder()
                .encodeToString("another key of at least 32 bytes!".getBytes(StandardCharsets.US_ASCII));
        write("key", isOldOneKept ? next + "\n" + KEY : next);
        restart();
    }

    void forgetAnchors() {
        try {
            Files.deleteIfExists(files.resolve("anchors"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        restart();
    }

    /** Another node with the same key, that has seen nothing yet. */
    ChainSealer otherNode() {
        return sealer(new Anchors(files.resolve("anchors-of-another-node")));
    }

    private ChainSealer sealer(Anchors of) {
        return new ChainSealer(new SealStore(keys, of, clock, database.app()), of, new Settling(Duration.ZERO));
    }

    void record(int count) {
        var log = new PostgresAuditLog(database.app(), clock);
        for (int i = 0; i < count; i++) {
            log.record(
                    Actor.user("anna"),
                    AuditEvent.success("gallery.changed", "gallery", "staff").changed("title", "a" + i, "b" + i));
        }
    }

    long seal() {
        return sealer.seal();
    }

    /** Records and seals, twice more than needed: so everything has settled as well. */
    void recordAndSeal(int count) {
        record(count);
        seal();
        seal();
    }

    List<Finding> verify() {
        return verification().verify((entries, total) -> {}).findings();
    }

    ChainVerification verification() {
        return new ChainVerification(new Chains(database.app()), anchors, keys);
    }

    /** Whatever a superuser can do, guards included. */
    void tamper(String... statements) {
        try (var connection = database.superuser().getConnection();
                var jdbc = connection.createStatement()) {
            jdbc.execute("SET search_path = semblance");
            for (String table : rows("SELECT relname FROM pg_class WHERE relkind IN ('r', 'p')"
                    + " AND relname LIKE 'audit%' AND relnamespace = 'semblance'::regnamespace")) {
                jdbc.execute("ALTER TABLE " + table + " DISABLE TRIGGER ALL");
            }
            for (String statement : statements) {
                jdbc.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> rows(String query) {
        try (var connection = database.superuser().getConnection();
                var jdbc = connection.createStatement()) {
            jdbc.execute("SET search_path = semblance");
            try (var result = jdbc.executeQuery(query)) {
                var rows = new ArrayList<String>();
                while (result.next()) {
                    rows.add(result.getString(1));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String name, String text) {
        try {
            Files.writeString(files.resolve(name), text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
