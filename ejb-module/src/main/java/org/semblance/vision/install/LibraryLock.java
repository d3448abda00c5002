package org.semblance.vision.install;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lets one process at a time, and one thread of it, change the installed packs. */
final class LibraryLock implements AutoCloseable {
    private final FileChannel channel;

    private LibraryLock(FileChannel channel) {
        this.channel = channel;
    }

    static LibraryLock take(Path directory) throws IOException {
        Files.createDirectories(directory);
        var channel = FileChannel.open(directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new LibraryLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw (LibraryBusyException) new LibraryBusyException().initCause(e);
        }
        channel.close();
        throw new LibraryBusyException();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
