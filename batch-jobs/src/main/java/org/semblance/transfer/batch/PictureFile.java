package org.semblance.transfer.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.semblance.transfer.ItemRefusedException;
import org.semblance.vision.Photo;

/** A picture that is a file of its own. What is wrong with the disk itself is no refusal and ends the run. */
final class PictureFile {
    private PictureFile() {}

    static Photo read(Path file, int maxBytes) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw ItemRefusedException.missing();
        }
        try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Photo.read(stream, maxBytes);
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw ItemRefusedException.missing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
