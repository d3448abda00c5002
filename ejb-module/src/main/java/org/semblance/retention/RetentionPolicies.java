package org.semblance.retention;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.lifetime.RetentionKind;
import org.semblance.lifetime.RetentionKinds;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.Statements;
import org.semblance.platform.VersionMismatchException;

/** Policies in the database, over what is usual. All times are the database's. */
@Stateless
@LocalBean
@PermitAll
public class RetentionPolicies {
    private static final String ALL =
            "SELECT kind, period_seconds, enabled, version, changed_by, changed_at FROM semblance.retention_policy";
    private static final String FIND = ALL + " WHERE kind = ?";
    private static final String CHANGE = """
            INSERT INTO semblance.retention_policy AS policy (kind, period_seconds, enabled, changed_by)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (kind) DO UPDATE
               SET period_seconds = excluded.period_seconds, enabled = excluded.enabled, version = policy.version + 1,
                   changed_by = excluded.changed_by, changed_at = now()
             WHERE policy.version = ?
            """;
    private static final String CUTOFF = "SELECT now() - ? * interval '1 second' AS cutoff";

    private final RetentionKinds kinds;
    private final AuditLog audit;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected RetentionPolicies() {
        this(null, null);
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public RetentionPolicies(RetentionKinds kinds, AuditLog audit) {
        this.kinds = kinds;
        this.audit = audit;
    }

    /** Outside the container. */
    public RetentionPolicies(RetentionKinds kinds, AuditLog audit, DataSource database) {
        this.kinds = kinds;
        this.audit = audit;
        this.database = database;
    }

    /** Of every kind, in the order of names. */
    public List<RetentionPolicy> list() {
        Map<String, Terms> known = new HashMap<>();
        statements().list(ALL, Terms::of).forEach(terms -> known.put(terms.kind(), terms));
        return kinds.list().stream()
                .map(kind -> policy(kind, Optional.ofNullable(known.get(kind.name()))))
                .toList();
    }

    public RetentionPolicy require(String name) {
        return policy(kinds.require(name), statements().first(FIND, Terms::of, name));
    }

    /** Refuses what the kind does not allow, and when it is no longer the version that the caller saw. */
    public RetentionPolicy change(PolicyTerms wanted, ExpectedVersion expected, Actor actor) {
        RetentionPolicy before = require(wanted.kind());
        before.lifetime().check(wanted.period(), wanted.enabled());
        expected.check(before.version());
        int changed = statements()
                .change(
                        CHANGE,
                        wanted.kind(),
                        wanted.period().toSeconds(),
                        wanted.enabled(),
                        actor.name(),
                        before.version());
        if (changed == 0) {
            throw new VersionMismatchException();
        }
        audit.record(
                actor,
                AuditEvent.success("retention.policy-changed", "retention-policy", wanted.kind())
                        .changed(
                                "period",
                                before.period().toString(),
                                wanted.period().toString())
                        .changed("enabled", before.enabled(), wanted.enabled()));
        return require(wanted.kind());
    }

    /** What is older than this is to go. */
    public Instant cutoff(RetentionPolicy policy) {
        return statements()
                .first(
                        CUTOFF,
                        row -> row.getTimestamp("cutoff").toInstant(),
                        policy.period().toSeconds())
                .orElseThrow();
    }

    private static RetentionPolicy policy(RetentionKind kind, Optional<Terms> terms) {
        RetentionPolicy usual = RetentionPolicy.usual(kind);
        return terms.map(known -> usual.as(known.period(), known.enabled(), known.version(), known.change()))
                .orElse(usual);
    }

    private Statements statements() {
        return new Statements(database);
    }

    private record Terms(String kind, Duration period, boolean enabled, int version, RetentionPolicy.Change change) {
        static Terms of(ResultSet row) throws SQLException {
            return new Terms(
                    row.getString("kind"),
                    Duration.ofSeconds(row.getLong("period_seconds")),
                    row.getBoolean("enabled"),
                    row.getInt("version"),
                    new RetentionPolicy.Change(
                            row.getString("changed_by"),
                            row.getTimestamp("changed_at").toInstant()));
        }
    }
}
