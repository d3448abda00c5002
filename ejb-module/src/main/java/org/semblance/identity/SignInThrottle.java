package org.semblance.identity;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.sql.DataSource;
import org.semblance.platform.Statements;

/**
 * Slows guessing down. Each attempt counts before the password is looked at, so that many at once gain nothing. A name
 * from one address waits longer and longer; names and addresses that are new to each other share a budget for each hour
 * besides, against many guesses from many places. Whoever has signed in from an address before is bound by neither
 * budget there, and no attempt from elsewhere makes them wait.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignInThrottle {
    static final int FREE_ATTEMPTS = 5;
    static final int HOURLY_BUDGET = 100;

    private static final Duration KNOWN_FOR = Duration.ofDays(30);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
    private static final Duration BUDGET_PERIOD = Duration.ofHours(1);

    /** 1, 2, 4 ... seconds after the fifth attempt, at most a quarter of an hour. */
    private static final String TAKE_PAIR = """
            INSERT INTO sign_in_throttle AS t (kind, subject, attempts, since, blocked_until)
            VALUES ('pair', ?, 1, ?::timestamptz, ?::timestamptz)
            ON CONFLICT (kind, subject) DO UPDATE
               SET attempts = CASE WHEN t.since <= ?::timestamptz THEN 1 ELSE t.attempts + 1 END,
                   since = CASE WHEN t.since <= ?::timestamptz THEN excluded.since ELSE t.since END,
                   blocked_until = excluded.since + CASE
                       WHEN t.since <= ?::timestamptz OR t.attempts + 1 < ? THEN interval '0'
                       ELSE least(power(2, least(t.attempts + 1 - ?, 20)), 900) * interval '1 second' END
             WHERE t.blocked_until <= excluded.since
            """;

    private static final String TAKE_BUDGET = """
            INSERT INTO sign_in_throttle AS t (kind, subject, attempts, since, blocked_until)
            VALUES (?, ?, 1, ?::timestamptz, ?::timestamptz)
            ON CONFLICT (kind, subject) DO UPDATE
               SET attempts = CASE WHEN t.since <= ?::timestamptz THEN 1 ELSE t.attempts + 1 END,
                   since = CASE WHEN t.since <= ?::timestamptz THEN excluded.since ELSE t.since END
             WHERE t.attempts < ? OR t.since <= ?::timestamptz
            """;

    private static final String KNOWN = """
            SELECT 1 FROM user_session JOIN app_user ON app_user.id = user_session.user_id
             WHERE user_session.client_address = ? AND lower(app_user.username) = ? AND user_session.created_at > ?
             LIMIT 1
            """;

    private static final String WITHDRAW =
            "UPDATE sign_in_throttle SET attempts = greatest(attempts - 1, 0) WHERE kind = ? AND subject = ?";

    private final Clock clock;

    @Resource(lookup = "java:jboss/datasources/SemblanceDS")
    private DataSource database;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected SignInThrottle() {
        this.clock = null;
    }

    @Inject
    @SuppressWarnings("NullAway") // resources are injected after construction
    public SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    public SignInThrottle(DataSource database, Clock clock) {
        this.clock = clock;
        this.database = database;
    }

    /** Counts an attempt; {@link SignInRefusedException} when it comes too early, which then does not count. */
    public void begin(String username, String address) {
        Instant now = clock.instant();
        byte[] pair = pair(username, address);
        Instant forgotten = now.minus(FORGOTTEN_AFTER);
        boolean taken =
                sql().change(TAKE_PAIR, pair, now, now, forgotten, forgotten, forgotten, FREE_ATTEMPTS, FREE_ATTEMPTS)
                        > 0;
        if (!taken || !(isKnown(username, address, now) || hasBudget(username, address, now))) {
            throw new SignInRefusedException();
        }
    }

    /** Forgets the attempts from there: the last one proved who it was. */
    public void succeeded(String username, String address) {
        sql().change("DELETE FROM sign_in_throttle WHERE kind = 'pair' AND subject = ?", (Object)
                pair(username, address));
        withdrawBudgets(username, address);
    }

    /** Takes back the last attempt only: it was right as far as it went. */
    public void withdraw(String username, String address) {
        sql().change(WITHDRAW, "pair", pair(username, address));
        withdrawBudgets(username, address);
    }

    private void withdrawBudgets(String username, String address) {
        sql().change(WITHDRAW, "user", user(username));
        sql().change(WITHDRAW, "address", Sha256.of(AddressBlock.of(address)));
    }

    private boolean isKnown(String username, String address, Instant now) {
        return sql().exists(KNOWN, address, username.toLowerCase(Locale.ROOT), now.minus(KNOWN_FOR));
    }

    private boolean hasBudget(String username, String address, Instant now) {
        return take("user", user(username), now) && take("address", Sha256.of(AddressBlock.of(address)), now);
    }

    private boolean take(String kind, byte[] subject, Instant now) {
        Instant over = now.minus(BUDGET_PERIOD);
        return sql().change(TAKE_BUDGET, kind, subject, now, now, over, over, HOURLY_BUDGET, over) > 0;
    }

    private static byte[] user(String username) {
        return Sha256.of(username.toLowerCase(Locale.ROOT));
    }

    private static byte[] pair(String username, String address) {
        return Sha256.of(username.toLowerCase(Locale.ROOT) + '\n' + AddressBlock.of(address));
    }

    private Statements sql() {
        return new Statements(database);
    }
}
