package org.semblance.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.TestTransaction;
import org.semblance.announcement.AnnouncementType;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.database.MigratedDatabase;
import org.semblance.platform.Sealer;

/** Subscriptions on a migrated database, and somebody who makes things happen. */
public final class WebhookWorld implements AutoCloseable {
    public static final AnnouncementType PURGED = new AnnouncementType("person.purged", "Gone", "{\"person\": 1}");
    public static final AnnouncementType MERGED = new AnnouncementType("person.merged", "One", "{\"person\": 1}");

    public final MigratedDatabase database = MigratedDatabase.fresh();
    public final List<AuditEvent> audited = new CopyOnWriteArrayList<>();
    public final AuditLog audit = new RecordedAudit();
    public final WebhookSecrets secrets;

    public WebhookWorld(Path directory) {
        try {
            Path key = directory.resolve("sealing-key");
            Files.writeString(key, Base64.getEncoder().encodeToString(new byte[32]));
            secrets = new WebhookSecrets(new Sealer(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public WebhookStore store(DataSource transaction) {
        return new WebhookStore(transaction, audit);
    }

    /** A subscription to purges in all galleries; its secret is {@code whsec_} and the name. */
    public WebhookId subscribe(String name, String url) {
        return subscribe(new NewWebhook(name, url, List.of(PURGED.name()), List.of()));
    }

    public WebhookId subscribe(NewWebhook webhook) {
        var id = new WebhookId(UUID.randomUUID());
        byte[] secret = secrets.seal(id, WebhookSecrets.PREFIX + webhook.name());
        return TestTransaction.in(database.app(), it -> store(it).add(id, webhook, secret, "ada"))
                .id();
    }

    public long gallery(String name) {
        return Long.parseLong(rows("INSERT INTO gallery (name, title) VALUES ('" + name + "', 'x') RETURNING id")
                .get(0));
    }

    /** Somebody is purged. */
    public void happen(long gallery, long person) {
        happen(PURGED, gallery, person);
    }

    public void happen(AnnouncementType type, long gallery, long person) {
        TestTransaction.in(database.app(), it -> {
            new WebhookOutbox(it, Clock.systemUTC()).announce(type.in(gallery).with("person", person));
            return true;
        });
    }

    public Webhook require(WebhookId id) {
        return store(database.app()).require(id);
    }

    public List<String> states() {
        return rows("SELECT state FROM webhook_delivery ORDER BY id");
    }

    /** The first column of all rows. */
    public List<String> rows(String sql) {
        try (var connection = database.owner().getConnection();
                var statement = connection.createStatement()) {
            List<String> values = new ArrayList<>();
            if (statement.execute(sql)) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        values.add(String.valueOf((@Nullable Object) rows.getString(1)));
                    }
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }

    private final class RecordedAudit implements AuditLog {
        @Override
        public void record(AuditEvent event) {
            audited.add(event);
        }

        @Override
        public void record(Actor actor, AuditEvent event) {
            audited.add(event);
        }
    }
}
