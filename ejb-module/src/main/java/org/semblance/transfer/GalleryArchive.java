package org.semblance.transfer;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.NewGallery;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.Json;
import org.semblance.vision.ModelId;

/**
 * A gallery as an export wrote it. Nothing that it says of itself is believed before it has been compared: lengths,
 * counts, checksums and numbers. Its entries are read by their names and never written anywhere by these.
 */
public final class GalleryArchive implements AutoCloseable {
    static final String FORMAT = "semblance-gallery";
    static final int VERSION = 1;
    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.jws";
    static final String PERSONS = "persons.jsonl";
    static final String FACES = "faces.jsonl";

    /** Keeps the signature from being taken for that of something else. */
    public static final String TYPE = "semblance-gallery+jws";

    private static final int LONGEST_MANIFEST = 1 << 20;
    private static final int LONGEST_DIMENSION = 2048;

    private final ZipFile zip;
    private final TransferSettings settings;
    private final JsonObject manifest;

    /** Tells what a signature signs, if it is a good one. */
    @FunctionalInterface
    public interface Notary {
        Optional<String> read(String signature);
    }

    private GalleryArchive(ZipFile zip, TransferSettings settings, JsonObject manifest) {
        this.zip = zip;
        this.settings = settings;
        this.manifest = manifest;
    }

    static String picture(String sha256) {
        return "images/" + sha256;
    }

    /** Opens an archive that this installation, or whoever the notary knows, has signed. */
    public static GalleryArchive open(Path file, TransferSettings settings, Notary notary) {
        try {
            var zip = new ZipFile(file.toFile());
            try {
                var archive = new GalleryArchive(zip, settings, manifest(zip, notary));
                archive.checkManifest();
                return archive;
            } catch (ArchiveRefusedException e) {
                zip.close();
                throw e;
            } catch (JsonException | ClassCastException | NullPointerException | ArithmeticException e) {
                zip.close();
                throw new ArchiveRefusedException("The manifest is not what an export writes", e);
            }
        } catch (ZipException e) {
            throw new ArchiveRefusedException(file.getFileName() + " is no archive that can be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject manifest(ZipFile zip, Notary notary) throws IOException {
        String text = text(zip, MANIFEST);
        var signed = notary.read(text(zip, SIGNATURE));
        if (signed.isEmpty() || !signed.get().equals(text)) {
            throw new ArchiveRefusedException("The manifest carries no signature of this installation that fits it; "
                    + "if you know where it comes from, say trust=unsigned");
        }
        try (var reader = Json.createReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            return reader.readObject();
        }
    }

    private static String text(ZipFile zip, String name) throws IOException {
        try (InputStream stream = stream(zip, name)) {
            byte[] bytes = stream.readNBytes(LONGEST_MANIFEST + 1);
            if (bytes.length > LONGEST_MANIFEST) {
                throw new ArchiveRefusedException(name + " of the archive is longer than any export writes it");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static InputStream stream(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new ArchiveRefusedException("The archive has no " + name);
        }
        return zip.getInputStream(entry);
    }

    private void checkManifest() {
        boolean isOurs = FORMAT.equals(manifest.getString("format", "")) && manifest.getInt("version", 0) == VERSION;
        check(isOurs, "it is no export of a gallery, or of a version that this server does not know");
        check(dimension() > 0 && dimension() <= LONGEST_DIMENSION, "its embeddings have an impossible length");
        check(
                persons() >= 0 && persons() <= settings.maxItems(),
                "it has more persons than semblance.import.max-items");
        check(faces() >= 0 && faces() <= settings.maxItems(), "it has more faces than semblance.import.max-items");
        check(zip.size() <= 2 * faces() + 4, "it has entries that its manifest does not count");
        check(manifest.getBoolean("images"), "it was made without images, which every face here needs");
        gallery(new GalleryName("any"));
        model();
    }

    /** Reads everything once and compares it with the manifest; whoever trusts it after that reads just the same. */
    public void verify() {
        for (String name : new String[] {PERSONS, FACES}) {
            String expected = manifest.getJsonArray("files").getValuesAs(JsonObject.class).stream()
                    .filter(file -> name.equals(file.getString("name", "")))
                    .map(file -> file.getString("sha256", ""))
                    .findFirst()
                    .orElse("");
            check(expected.equals(checksum(name)), name + " is not the one that was signed");
        }
        long persons = 0;
        long faces = 0;
        for (Iterator<ArchivedPerson> all = persons(0); all.hasNext(); persons++) {
            faces += all.next().faces().size();
        }
        check(persons == persons() && faces == faces(), "its counts are not those of its manifest");
    }

    private String checksum(String name) {
        try (var stream = new DigestInputStream(stream(zip, name), ArchiveWriter.sha256())) {
            long length = 0;
            byte[] buffer = new byte[1 << 16];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                length += read;
                check(length <= settings.maxBytes(), name + " is larger than semblance.import.max-bytes");
            }
            return HexFormat.of().formatHex(stream.getMessageDigest().digest());
        } catch (IOException e) {
            throw new ArchiveRefusedException(name + " of the archive is damaged", e);
        }
    }

    public NewGallery gallery(GalleryName name) {
        try {
            return GalleryJson.read(manifest.getJsonObject("gallery"), name);
        } catch (InvalidInputException | IllegalArgumentException e) {
            throw new ArchiveRefusedException("The manifest has a gallery that cannot be: " + e.getMessage(), e);
        }
    }

    public ModelId model() {
        try {
            return new ModelId(manifest.getString("model"));
        } catch (IllegalArgumentException e) {
            throw new ArchiveRefusedException("The manifest names no model", e);
        }
    }

    int dimension() {
        return manifest.getJsonNumber("dimension").intValueExact();
    }

    public long persons() {
        return manifest.getJsonObject("counts").getJsonNumber("persons").longValueExact();
    }

    private long faces() {
        return manifest.getJsonObject("counts").getJsonNumber("faces").longValueExact();
    }

    /** Everybody after an id, one person with their faces in memory at a time. */
    public Iterator<ArchivedPerson> persons(long after) {
        try {
            var persons = new ArchiveLines(new BufferedInputStream(stream(zip, PERSONS)));
            var faces = new ArchiveLines(new BufferedInputStream(stream(zip, FACES)));
            return new ArchivedPersons(persons, faces, this, after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a picture, which are what their name says. */
    public byte[] picture(ArchivedFace face, boolean isCrop) {
        String sha256 = isCrop ? face.crop() : face.image();
        ZipEntry entry = zip.getEntry(picture(sha256));
        if (entry == null) {
            throw ItemRefusedException.missing();
        }
        try (InputStream stream = zip.getInputStream(entry)) {
            byte[] bytes = stream.readNBytes(settings.maxPictureBytes() + 1);
            byte[] digest = ArchiveWriter.sha256().digest(bytes);
            if (bytes.length > settings.maxPictureBytes()
                    || !HexFormat.of().formatHex(digest).equals(sha256)) {
                throw ItemRefusedException.incomplete("A picture is not the one that was exported");
            }
            return bytes;
        } catch (ZipException e) {
            throw ItemRefusedException.incomplete("The archive is damaged where a picture lies");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void check(boolean isRight, String what) {
        if (!isRight) {
            throw new ArchiveRefusedException("The archive is refused: " + what);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
