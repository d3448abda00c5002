package org.semblance.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The generated password of the first administrator, in a file that goes when the password has been changed. */
@ApplicationScoped
public class FirstPassword {
    private final Path file;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected FirstPassword() {
        this.file = null;
    }

    @Inject
    public FirstPassword(IdentitySettings settings) {
        this.file = settings.firstPasswordFile();
    }

    Optional<String> find() {
        try {
            return Optional.of(Files.readString(file).strip()).filter(password -> !password.isEmpty());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The first administrator's password cannot be read from " + file, e);
        }
    }

    /** Deletes the file if it holds the given password, which has just been replaced. */
    void forget(String password) {
        if (find().filter(password::equals).isPresent()) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("The first administrator's password cannot be deleted: " + file, e);
            }
        }
    }
}
