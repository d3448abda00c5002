package org.semblance.platform.rest;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.semblance.gallery.AlreadyExistsException;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryNotFoundException;
import org.semblance.gallery.NoFaceException;
import org.semblance.identity.PasswordChangeRequiredException;
import org.semblance.identity.SignInRefusedException;
import org.semblance.identity.TokenInvalidException;
import org.semblance.platform.BusyException;
import org.semblance.platform.InvalidInputException;
import org.semblance.storage.ImageStoreException;
import org.semblance.vision.PhotoTooLargeException;
import org.semblance.vision.UnsupportedPhotoException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class DiagnosisTest {
    static Stream<Arguments> failures() {
        var missing = new GalleryNotFoundException(new GalleryName("staff"));
        return Stream.of(
                arguments(new InvalidInputException("limit", "limit is odd"), 400, "invalid-input", false),
                arguments(new SignInRefusedException(), 401, "sign-in-refused", false),
                arguments(new TokenInvalidException(new Exception("cause")), 401, "token-invalid", false),
                arguments(new PasswordChangeRequiredException(), 403, "password-change-required", false),
                arguments(missing, 404, "gallery-not-found", false),
                arguments(new EJBException("outer", missing), 404, "gallery-not-found", false),
                arguments(new NotFoundException(missing), 404, "gallery-not-found", false),
                arguments(new AlreadyExistsException("'staff'", new Exception("cause")), 409, "already-exists", false),
                arguments(new PhotoTooLargeException(1), 413, "image-too-large", false),
                arguments(new UnsupportedPhotoException(), 415, "image-type-unsupported", false),
                arguments(new NoFaceException(), 422, "no-face", false),
                arguments(new BusyException("later", 3), 503, "busy", false),
                arguments(
                        new ImageStoreException("full", new Exception("cause")), 503, "image-store-unavailable", true),
                arguments(new EJBAccessException("no"), 403, "permission-missing", false),
                arguments(rolledBack(new OptimisticLockException()), 409, "changed-meanwhile", false),
                arguments(rolledBack(new SQLTransientConnectionException()), 503, "database-unavailable", true),
                arguments(rolledBack(new SQLRecoverableException()), 503, "database-unavailable", true),
                arguments(rolledBack(new SQLException("down", "57P01")), 503, "database-unavailable", true),
                arguments(rolledBack(new SQLException("closed", "08006")), 503, "database-unavailable", true),
                arguments(rolledBack(new SQLException("duplicate", "23505")), 500, "internal-error", true),
                arguments(new BadRequestException(), 400, "bad-request", false),
                arguments(new NotFoundException(), 404, "not-found", false),
                arguments(new NotAllowedException("GET"), 405, "method-not-allowed", false),
                arguments(new NotAcceptableException(), 406, "not-acceptable", false),
                arguments(new NotSupportedException(), 415, "media-type-unsupported", false),
                arguments(new InternalServerErrorException(), 500, "internal-error", true),
                arguments(new IllegalStateException("broken"), 500, "internal-error", true),
                arguments(new OutOfMemoryError("heap"), 500, "internal-error", true));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void gives_every_failure_its_status_and_code(Throwable failure, int status, String code, boolean isUnexpected) {
        Diagnosis diagnosis = Diagnosis.of(failure);

        assertThat(diagnosis.status()).isEqualTo(status);
        assertThat(diagnosis.code()).isEqualTo(code);
        assertThat(diagnosis.isUnexpected()).isEqualTo(isUnexpected);
    }

    @Test
    void names_the_field_that_is_invalid() {
        Diagnosis diagnosis = Diagnosis.of(new InvalidInputException("limit", "limit is odd"));

        assertThat(diagnosis.errors()).containsExactly(new InvalidField("limit", "limit is odd"));
    }

    @Test
    void says_when_a_busy_server_has_time_again() {
        assertThat(Diagnosis.of(new BusyException("later", 3)).retryAfter()).hasValue(3);
    }

    @Test
    void tells_nothing_of_what_nobody_expected() {
        var failure = new IllegalStateException("password=secret", new SQLException("SELECT secret FROM app_user"));

        assertThat(Diagnosis.of(failure).detail()).doesNotContain("secret");
    }

    @Test
    void survives_causes_that_go_in_a_circle() {
        var one = new IllegalStateException("one");
        var two = new IllegalStateException("two", one);
        one.initCause(two);

        assertThat(Diagnosis.of(two).code()).isEqualTo("internal-error");
    }

    private static EJBException rolledBack(Exception cause) {
        return new EJBTransactionRolledbackException("rolled back", new IllegalStateException(cause));
    }
}
