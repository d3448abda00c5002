package org.semblance.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.semblance.platform.InvalidInputException;

/** Files that people have sent for jobs to read: the folder uploads of the import directory. */
@ApplicationScoped
public class UploadFiles {
    private static final String FOLDER = "uploads";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.(zip|csv)");
    private static final int PIECE = 1 << 16;

    private final TransferSettings settings;

    /**
     * A file that was sent, perhaps not to its end.
     *
     * @param folder what a job is told to read it
     */
    public record UploadFile(String name, String folder, long bytes) {}

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected UploadFiles() {
        this(null);
    }

    @Inject
    public UploadFiles(TransferSettings settings) {
        this.settings = settings;
    }

    /** Appends a piece, which must go on where the file ends; a piece that breaks off leaves the file as it was. */
    public UploadFile append(String name, long offset, InputStream piece) {
        Path file = resolve(name);
        try {
            Files.createDirectories(file.resolveSibling(""));
            try (var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                if (channel.tryLock() == null || channel.size() != offset) {
                    throw new UploadConflictException(name, channel.size());
                }
                write(channel, offset, piece);
                return new UploadFile(name, FOLDER + '/' + name, channel.size());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be stored; check space and rights", e);
        }
    }

    private void write(FileChannel channel, long offset, InputStream piece) throws IOException {
        boolean isComplete = false;
        try {
            channel.position(offset);
            byte[] buffer = new byte[PIECE];
            for (int read = piece.read(buffer); read >= 0; read = piece.read(buffer)) {
                if (channel.position() + read > settings.maxUploadBytes()) {
                    throw new FileTooLargeException(settings.maxUploadBytes());
                }
                var bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            channel.force(true);
            isComplete = true;
        } finally {
            if (!isComplete) {
                channel.truncate(offset);
            }
        }
    }

    public List<UploadFile> list() {
        Path folder = settings.imports().resolve(FOLDER);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .map(name -> new UploadFile(name, FOLDER + '/' + name, size(folder.resolve(name))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete(String name) {
        try {
            if (!NAME.matcher(name).matches() || !Files.deleteIfExists(resolve(name))) {
                throw new TransferFileNotFoundException(name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path resolve(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInputException(
                    "name", "A name is letters, digits, dots, hyphens and underscores, and ends in .zip or .csv");
        }
        return settings.imports().resolve(FOLDER).resolve(name);
    }
}
