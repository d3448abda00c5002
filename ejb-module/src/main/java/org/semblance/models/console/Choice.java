package org.semblance.models.console;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.PostgresAuditLog;
import org.semblance.gallery.StaleFaces;
import org.semblance.models.Activation;
import org.semblance.models.Activations;
import org.semblance.vision.pack.ModelPack;

/** What the database knows of packs; it may be away, which only some commands mind. */
final class Choice {
    private static final int PATIENCE_SECONDS = 5;

    private final Actor actor;
    private final @Nullable PGSimpleDataSource database;
    private final String configured;

    private Choice(Actor actor, @Nullable PGSimpleDataSource database, String configured) {
        this.actor = actor;
        this.database = database;
        this.configured = configured;
    }

    /** Reaches the database that the environment names, as the application does. */
    static Choice open(Map<String, String> environment) {
        var actor = new Actor(Actor.Kind.SYSTEM, "command line (" + System.getProperty("user.name") + ")");
        String configured = environment.getOrDefault("SEMBLANCE_MODELS_ACTIVE", "starter");
        String url = environment.get("SEMBLANCE_DB_URL");
        if (url == null) {
            return new Choice(actor, null, configured);
        }
        var database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser(environment.getOrDefault("SEMBLANCE_DB_USER", "semblance_app"));
        database.setPassword(environment.get("SEMBLANCE_DB_PASSWORD"));
        database.setConnectTimeout(PATIENCE_SECONDS);
        database.setCurrentSchema("semblance,public");
        try (var connection = database.getConnection()) {
            return new Choice(actor, connection.isValid(PATIENCE_SECONDS) ? database : null, configured);
        } catch (SQLException e) {
            return new Choice(actor, null, configured);
        }
    }

    boolean isKnown() {
        return database != null;
    }

    /** Refuses what needs the database while that is away. */
    void requireKnown() {
        require();
    }

    /** The pack in use, as far as is known. */
    String active() {
        return find(Activations::active).map(Activation::pack).orElse(configured);
    }

    Optional<Activation> pending() {
        return find(Activations::pending);
    }

    Optional<Activation> latest() {
        return find(Activations::latest);
    }

    void activate(String pack, boolean allowSkipped) {
        activations().request(pack, allowSkipped, actor);
        record(AuditEvent.success("model-pack.activation-requested", "model-pack", pack));
    }

    void forget(@Nullable ModelPack pack) {
        if (pack != null) {
            new StaleFaces(require()).forget(pack.embedderId());
        }
    }

    /** Who sits at this command line. */
    String who() {
        return actor.name();
    }

    /** Audits what was done, when the database is there; files can be changed without it. */
    void record(AuditEvent event) {
        if (database != null) {
            new PostgresAuditLog(database, Clock.systemUTC()).record(actor, event);
        }
    }

    private Activations activations() {
        return new Activations(require());
    }

    private PGSimpleDataSource require() {
        if (database == null) {
            throw new UsageException("The database cannot be reached, and it knows which packs are in use: "
                    + "start it with ./semblance up, then run this again");
        }
        return database;
    }

    @FunctionalInterface
    private interface Question {
        Optional<Activation> ask(Activations activations);
    }

    private Optional<Activation> find(Question question) {
        return database == null ? Optional.empty() : question.ask(new Activations(database));
    }
}
