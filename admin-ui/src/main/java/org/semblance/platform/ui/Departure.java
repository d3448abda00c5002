package org.semblance.platform.ui;

import com.vaadin.flow.server.ServiceException;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Optional;

/** A browser that left before it had its answer, or had sent all of its question: nobody's fault, and nobody to tell. */
final class Departure {
    private Departure() {}

    /**
     * The connection's last word, if that is what was thrown. What has a cause of its own is an accident that Vaadin
     * made an {@link IOException} of; a file's trouble is ours.
     */
    static Optional<IOException> behind(Throwable thrown) {
        Throwable inmost = thrown;
        while (inmost instanceof ServletException || inmost instanceof ServiceException) {
            inmost = inmost.getCause();
        }
        return inmost instanceof IOException departure
                        && departure.getCause() == null
                        && !(departure instanceof FileSystemException)
                ? Optional.of(departure)
                : Optional.empty();
    }
}
