package org.semblance.transfer;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.semblance.platform.Json;

/** Writes an archive under a temporary name, and gives it its own once every byte of it lies on the disk. */
final class ArchiveWriter implements AutoCloseable {
    private final Path target;
    private final Path temporary;
    private final FileOutputStream file;
    private final ZipOutputStream zip;
    private final JsonArrayBuilder files = Json.createArrayBuilder();
    private final Set<Long> pictures = new HashSet<>();

    /** Writes something of any length. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    ArchiveWriter(Path target) throws IOException {
        this.target = target;
        this.temporary = target.resolveSibling("." + target.getFileName() + ".tmp");
        Files.createDirectories(target.resolveSibling(""));
        this.file = new FileOutputStream(temporary.toFile());
        this.zip = new ZipOutputStream(new BufferedOutputStream(file, 1 << 16));
    }

    /** A file whose checksum the manifest will name. */
    void add(String name, Content content) throws IOException {
        zip.setLevel(Deflater.BEST_SPEED);
        zip.putNextEntry(new ZipEntry(name));
        var digest = new DigestOutputStream(zip, sha256());
        content.write(digest);
        zip.closeEntry();
        files.add(Json.createObjectBuilder()
                .add("name", name)
                .add(
                        "sha256",
                        HexFormat.of().formatHex(digest.getMessageDigest().digest())));
    }

    /** Whether a picture of that content is still to be added; its first eight bytes tell it from all others. */
    boolean isNew(String sha256) {
        return pictures.add(Long.parseUnsignedLong(sha256.substring(0, 16), 16));
    }

    /** A picture, whose name is its checksum. */
    void addPicture(String sha256, byte[] bytes) throws IOException {
        zip.setLevel(Deflater.NO_COMPRESSION);
        zip.putNextEntry(new ZipEntry(GalleryArchive.picture(sha256)));
        zip.write(bytes);
        zip.closeEntry();
    }

    JsonArrayBuilder files() {
        return files;
    }

    int pictures() {
        return pictures.size();
    }

    void finish(JsonObject manifest, String signature) throws IOException {
        zip.setLevel(Deflater.BEST_SPEED);
        plain(GalleryArchive.MANIFEST, manifest.toString());
        plain(GalleryArchive.SIGNATURE, signature);
        zip.finish();
        zip.flush();
        file.getChannel().force(true);
        zip.close();
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var directory = FileChannel.open(target.resolveSibling(""), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private void plain(String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** What was not finished is gone. */
    @Override
    public void close() throws IOException {
        file.close();
        Files.deleteIfExists(temporary);
    }
}
