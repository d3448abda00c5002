package org.semblance.identity;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.platform.Sealer;
import org.semblance.platform.Statements;

/** Authenticator apps of users, and the codes for when one is lost. Secrets are sealed, codes are kept as hashes. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SecondFactors {
    private static final int RECOVERY_CODES = 10;

    private static final String SET_UP = """
            INSERT INTO second_factor (user_id, secret, created_at) VALUES (?, ?, ?)
            ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, created_at = excluded.created_at, last_step = 0
             WHERE second_factor.confirmed_at IS NULL
            """;

    private final Sealer sealer;
    private final AuditLog audit;
    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SecondFactors() {
        this.sealer = null;
        this.audit = null;
        this.clock = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public SecondFactors(Sealer sealer, AuditLog audit, Clock clock) {
        this.sealer = sealer;
        this.audit = audit;
        this.clock = clock;
    }

    public SecondFactors(DataSource database, Sealer sealer, AuditLog audit, Clock clock) {
        this.sealer = sealer;
        this.audit = audit;
        this.clock = clock;
        this.database = database;
    }

    public boolean isEnabled(UUID user) {
        return sql().exists("SELECT 1 FROM second_factor WHERE user_id = ? AND confirmed_at IS NOT NULL", user);
    }

    /** How many recovery codes are left. */
    public int recoveryCodes(UUID user) {
        return (int) sql().number("SELECT count(*) FROM recovery_code WHERE user_id = ?", user);
    }

    /** Gives a user a secret for their app, in Base32; empty when they have one that counts already. */
    public Optional<String> setUp(UUID user) {
        String secret = Base32.encode(Totp.newSecret());
        return sql().change(SET_UP, user, sealer.seal(secret, place(user)), clock.instant()) > 0
                ? Optional.of(secret)
                : Optional.empty();
    }

    /** Asks for codes from now on, once a first one proves that the app has the secret; the recovery codes, if so. */
    public Optional<List<String>> confirm(UUID user, String username, String code) {
        if (isEnabled(user) || !useCode(user, clean(code))) {
            return Optional.empty();
        }
        sql().change("UPDATE second_factor SET confirmed_at = ? WHERE user_id = ?", clock.instant(), user);
        record(username, "enabled");
        return Optional.of(renewRecoveryCodes(user));
    }

    /** New recovery codes in place of all old ones. */
    public List<String> renewRecoveryCodes(UUID user) {
        List<String> codes =
                Stream.generate(RecoveryCode::generate).limit(RECOVERY_CODES).toList();
        sql().change("DELETE FROM recovery_code WHERE user_id = ?", user);
        codes.forEach(code -> sql().change(
                        "INSERT INTO recovery_code (user_id, hash) VALUES (?, ?)",
                        user,
                        Sha256.of(RecoveryCode.clean(code))));
        return codes;
    }

    public void remove(UUID user, String username) {
        if (sql().change("DELETE FROM second_factor WHERE user_id = ?", user) > 0) {
            record(username, "disabled");
        }
    }

    /** Whether it is a code of the user's app that was not used before, or a recovery code, which then is gone. */
    public boolean accept(UUID user, String username, String code) {
        String given = clean(code);
        if (useCode(user, given)) {
            return true;
        }
        boolean recovered = sql().change(
                                "DELETE FROM recovery_code WHERE user_id = ? AND hash = ?",
                                user,
                                Sha256.of(RecoveryCode.clean(given)))
                > 0;
        if (recovered) {
            audit.record(
                    Actor.user(username),
                    AuditEvent.success("user.recovery-code-used", "user", username)
                            .with("left", recoveryCodes(user)));
        }
        return recovered;
    }

    /** Each step counts once, whoever comes first: a code that was seen over a shoulder is worth nothing. */
    private boolean useCode(UUID user, String code) {
        var step = sql().first(
                        "SELECT secret FROM second_factor WHERE user_id = ?", row -> row.getBytes("secret"), user)
                .map(secret -> new Totp(Base32.decode(sealer.open(secret, place(user)))).step(code, clock.instant()));
        return step.isPresent()
                && step.get().isPresent()
                && sql().change(
                                        "UPDATE second_factor SET last_step = ? WHERE user_id = ? AND last_step < ?",
                                        step.get().getAsLong(),
                                        user,
                                        step.get().getAsLong())
                        > 0;
    }

    private void record(String username, String what) {
        audit.record(Actor.user(username), AuditEvent.success("user.second-factor-" + what, "user", username));
    }

    private static String clean(String code) {
        return code.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }

    private static String place(UUID user) {
        return "second_factor.secret " + user;
    }

    private Statements sql() {
        return new Statements(database);
    }
}
