package org.semblance.platform.rest;

import jakarta.ejb.EJBAccessException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Outage;
import org.semblance.platform.Problem;

/**
 * What a failure means to the caller: the one place that knows which status each kind of problem has.
 *
 * @param retryAfter in how many seconds to try again, where that helps
 * @param isUnexpected whether it is the server's fault, and belongs into its log
 */
record Diagnosis(
        int status,
        String code,
        String detail,
        List<InvalidField> errors,
        OptionalInt retryAfter,
        boolean isUnexpected) {
    private static final int DATABASE_RETRY_SECONDS = 5;

    static Diagnosis of(Throwable failure) {
        return find(failure, Problem.class)
                .map(Diagnosis::ofProblem)
                .or(() -> find(failure, ConstraintViolationException.class).map(Diagnosis::ofViolations))
                .or(() -> find(failure, EJBAccessException.class).map(denied -> of(403)))
                .or(() -> find(failure, WebApplicationException.class)
                        .map(refusal -> of(refusal.getResponse().getStatus())))
                .or(() -> find(failure, OptimisticLockException.class).map(stale -> changedMeanwhile()))
                .orElseGet(() -> Outage.isOutage(failure) ? databaseUnavailable() : of(500));
    }

    /** What a bare HTTP status means. */
    static Diagnosis of(int status) {
        StandardProblem problem = StandardProblem.of(status);
        return new Diagnosis(
                status,
                problem.code(),
                problem.detail(),
                List.of(),
                OptionalInt.empty(),
                status >= 500 && status != 503);
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return Outage.causes(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Diagnosis ofProblem(Problem problem) {
        List<InvalidField> errors = problem instanceof InvalidInputException invalid
                ? List.of(new InvalidField(invalid.field(), invalid.getMessage()))
                : List.of();
        boolean isUnexpected = problem.kind() == Problem.Kind.UNAVAILABLE;
        return new Diagnosis(
                status(problem.kind()),
                problem.code(),
                problem.getMessage(),
                errors,
                problem.retryAfter(),
                isUnexpected);
    }

    private static Diagnosis ofViolations(ConstraintViolationException violations) {
        List<InvalidField> errors = InvalidFields.of(violations);
        String detail = errors.size() == 1
                ? errors.get(0).field() + " " + errors.get(0).message()
                : errors.size() + " values break a rule; see errors";
        return new Diagnosis(400, "invalid-input", detail, errors, OptionalInt.empty(), false);
    }

    private static Diagnosis changedMeanwhile() {
        return new Diagnosis(
                409,
                "changed-meanwhile",
                "Somebody else has changed this meanwhile; read it again and repeat your change",
                List.of(),
                OptionalInt.empty(),
                false);
    }

    private static Diagnosis databaseUnavailable() {
        return new Diagnosis(
                503,
                "database-unavailable",
                "The database cannot be reached at present; try again in a while",
                List.of(),
                OptionalInt.of(DATABASE_RETRY_SECONDS),
                true);
    }

    private static int status(Problem.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case OUTDATED -> 412;
            case TOO_LARGE -> 413;
            case UNSUPPORTED_TYPE -> 415;
            case REFUSED -> 422;
            case LIMITED -> 429;
            case BUSY, UNAVAILABLE -> 503;
        };
    }
}
