package org.semblance.storage;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.function.Predicate;

/** Visits the files of a store but those in quarantine; what vanishes on the way was somebody's to remove. */
final class StoreWalk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Instant before;
    private final Predicate<Path> visitor;

    StoreWalk(Path root, Instant before, Predicate<Path> visitor) {
        this.root = root;
        this.before = before;
        this.visitor = visitor;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes facts) {
        return QuarantineDirectory.isIt(root, directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
        boolean isOld =
                facts.isRegularFile() && facts.lastModifiedTime().toInstant().isBefore(before);
        return !isOld || visitor.test(file) ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }
}
