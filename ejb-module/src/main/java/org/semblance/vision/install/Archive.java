package org.semblance.vision.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.semblance.vision.pack.InvalidPackException;

/** A ZIP archive from which only named members are taken, each bounded in length, whatever else is in it. */
final class Archive implements AutoCloseable {
    private static final int MOST_ENTRIES = 10_000;

    private final ZipFile zip;
    private final long maxBytes;

    private Archive(ZipFile zip, long maxBytes) {
        this.zip = zip;
        this.maxBytes = maxBytes;
    }

    static Archive open(Path file, long maxBytes) throws IOException {
        try {
            var zip = new ZipFile(file.toFile());
            if (zip.size() > MOST_ENTRIES) {
                zip.close();
                throw new InvalidPackException("The archive has more than " + MOST_ENTRIES + " entries");
            }
            return new Archive(zip, maxBytes);
        } catch (ZipException e) {
            throw new InvalidPackException("This is no complete ZIP archive: " + e.getMessage(), e);
        }
    }

    /** Unpacks what each file of the pack is in the archive; members may lie in a directory of the archive. */
    void extract(Map<String, String> members, Path directory) throws IOException {
        for (var member : members.entrySet()) {
            var entry = find(member.getValue())
                    .orElseThrow(
                            () -> new InvalidPackException("There is no " + member.getValue() + " in the archive"));
            extract(entry, directory.resolve(member.getKey()));
        }
    }

    /** The entry of that path, or of that name in the only directory that has it. */
    Optional<ZipEntry> find(String path) {
        ZipEntry exact = zip.getEntry(path);
        if (exact != null && !exact.isDirectory()) {
            return Optional.of(exact);
        }
        var below = zip.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().endsWith("/" + path))
                .toList();
        return below.size() == 1 ? Optional.of(below.get(0)) : Optional.empty();
    }

    void extract(ZipEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        long left = maxBytes;
        byte[] buffer = new byte[1 << 16];
        try (InputStream from = zip.getInputStream(entry);
                var to = Files.newOutputStream(target)) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw new InvalidPackException(entry.getName() + " is longer than " + maxBytes
                            + " bytes, which semblance.models.max-bytes allows");
                }
                to.write(buffer, 0, read);
            }
        } catch (ZipException e) {
            throw new InvalidPackException(entry.getName() + " in the archive is damaged: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
