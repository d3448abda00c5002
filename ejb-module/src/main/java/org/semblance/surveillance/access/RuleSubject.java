package org.semblance.surveillance.access;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Statements;

/** Whom a rule is about as its row says so; whoever it is stays until the transaction ends. */
record RuleSubject(
        @Nullable Long role,
        @Nullable Long department,
        @Nullable Long person,
        @Nullable UUID user) {
    private static final RuleSubject EVERYBODY = new RuleSubject(null, null, null, null);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private static final String ROLE = "SELECT id FROM semblance.role WHERE name = ? FOR KEY SHARE";
    private static final String DEPARTMENT = "SELECT id FROM semblance.department WHERE id = ? FOR KEY SHARE";
    private static final String PERSON =
            "SELECT id FROM semblance.person WHERE id = ? AND deleted_at IS NULL FOR KEY SHARE";
    private static final String USER = "SELECT id FROM semblance.app_user WHERE id = ? FOR KEY SHARE";

    static RuleSubject of(NewAccessRule said, Statements statements) {
        String who = said.who();
        if (said.whom() == Whom.EVERYBODY) {
            if (who != null) {
                throw new InvalidInputException("who", "who is left out of a rule about everybody");
            }
            return EVERYBODY;
        }
        if (who == null) {
            throw new InvalidInputException("who", "who names the " + said.whom().code() + " that the rule is about");
        }
        Optional<RuleSubject> found =
                switch (said.whom()) {
                    case ROLE -> number(statements, ROLE, who).map(id -> new RuleSubject(id, null, null, null));
                    case DEPARTMENT ->
                        byNumber(statements, DEPARTMENT, who).map(id -> new RuleSubject(null, id, null, null));
                    case PERSON -> byNumber(statements, PERSON, who).map(id -> new RuleSubject(null, null, id, null));
                    default -> user(statements, who).map(id -> new RuleSubject(null, null, null, id));
                };
        return found.orElseThrow(() -> new InvalidInputException(
                "who", "There is no " + said.whom().code() + " '" + who + "'"));
    }

    private static Optional<Long> byNumber(Statements statements, String query, String who) {
        return read(NUMBER, who, Long::valueOf).flatMap(id -> number(statements, query, id));
    }

    private static Optional<Long> number(Statements statements, String query, Object value) {
        return statements.first(query, row -> row.getLong(1), value);
    }

    private static Optional<UUID> user(Statements statements, String who) {
        return read(UUID_FORM, who, UUID::fromString)
                .flatMap(id -> statements.first(USER, row -> row.getObject(1, UUID.class), id));
    }

    private static <T> Optional<T> read(Pattern form, String who, Function<String, T> reader) {
        return Optional.of(who).filter(text -> form.matcher(text).matches()).map(reader);
    }
}
