package org.semblance.transfer.batch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Problem;
import org.semblance.transfer.ArchiveRefusedException;
import org.semblance.transfer.ItemRefusedException;
import org.semblance.transfer.TransferSettings;
import org.semblance.vision.Photo;
import org.semblance.vision.PhotoTooLargeException;
import org.semblance.vision.UnreadablePhotoException;

/**
 * A ZIP of {@code Name/picture}, in the order of its directory. Nothing of it is ever unpacked to a disk, so no name and
 * no link in it can lead anywhere; an entry is read into memory as far as a picture may be large.
 */
final class ZipSource implements PictureSource {
    /** Deflate reaches 1,032; pictures are compressed already, and blank ones are small. */
    private static final long MOST_TIMES = 100;

    private static final long SMALL_BYTES = 1 << 20;
    private static final Pattern UNSAFE =
            Pattern.compile("^/|^[A-Za-z]:|\\\\|\\p{Cntrl}|(^|/)\\.\\.(/|$)|//|(^|/)\\./");
    private static final Pattern HIDDEN = Pattern.compile("(^|/)\\.[^./]|^__MACOSX/");
    private static final Set<String> ARCHIVES =
            Set.of("zip", "jar", "war", "ear", "7z", "rar", "tar", "gz", "tgz", "bz2", "xz", "zst", "cab", "iso");

    private final ZipFile zip;
    private final int maxBytes;
    private final long[] names;

    private ZipSource(ZipFile zip, int maxBytes, long[] names) {
        this.zip = zip;
        this.maxBytes = maxBytes;
        this.names = names;
    }

    /** Refuses what is no archive, is encrypted, or would be too large when it is unpacked. */
    static ZipSource open(Path file, TransferSettings settings) {
        try {
            var zip = new ZipFile(file.toFile());
            try {
                return new ZipSource(zip, settings.maxPictureBytes(), survey(zip, Files.size(file), settings));
            } catch (ArchiveRefusedException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException e) {
            throw new ArchiveRefusedException(
                    file.getFileName() + " is no ZIP that can be read: it is damaged or encrypted, or its names are not"
                            + " in UTF-8 (" + e.getMessage() + ")",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hashes of all names, sorted: a few bytes an entry. */
    private static long[] survey(ZipFile zip, long length, TransferSettings settings) {
        String name = Path.of(zip.getName()).getFileName() + " ";
        if (zip.size() > settings.maxItems()) {
            throw new ArchiveRefusedException(
                    name + "has more than " + settings.maxItems() + " entries, see semblance.import.max-items");
        }
        long unpacked = zip.stream().mapToLong(ZipEntry::getSize).sum();
        if (unpacked > settings.maxBytes()) {
            throw new ArchiveRefusedException(
                    name + "has more than " + settings.maxBytes() + " bytes unpacked, see semblance.import.max-bytes");
        }
        long packed = zip.stream().mapToLong(ZipEntry::getCompressedSize).sum();
        if (packed > length) {
            throw new ArchiveRefusedException(name + "has entries that share their bytes, as no honest archive does");
        }
        return zip.stream().mapToLong(entry -> hash(entry.getName())).sorted().toArray();
    }

    @Override
    public Iterator<PersonPicture> after(@Nullable String key, Predicate<String> owners) {
        long last = key == null ? 0 : Long.parseLong(key);
        var place = new AtomicLong();
        return zip.stream()
                .flatMap(entry -> {
                    long number = place.incrementAndGet();
                    boolean isPassedOver = number <= last
                            || entry.isDirectory()
                            || HIDDEN.matcher(entry.getName()).find();
                    return isPassedOver ? Stream.empty() : Stream.of(picture(Long.toString(number), entry));
                })
                .filter(picture -> owners.test(picture.owner()))
                .iterator();
    }

    private PersonPicture picture(String key, ZipEntry entry) {
        Problem refusal = refusal(entry);
        if (refusal != null) {
            return PersonPicture.refused(key, entry.getName(), refusal);
        }
        String folder = entry.getName().substring(0, entry.getName().indexOf('/'));
        PersonPicture picture = FolderSource.picture(folder, entry.getName());
        return new PersonPicture(key, picture.item(), entry.getName(), picture.person(), picture.refusal());
    }

    private @Nullable Problem refusal(ZipEntry entry) {
        String name = entry.getName();
        if (UNSAFE.matcher(name).find()) {
            return ItemRefusedException.unsafePath();
        }
        String type = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (ARCHIVES.contains(type)) {
            return ItemRefusedException.nestedArchive();
        }
        if (name.chars().filter(letter -> letter == '/').count() != 1) {
            return ItemRefusedException.misplaced();
        }
        if (entry.getSize() > SMALL_BYTES && entry.getSize() / MOST_TIMES > entry.getCompressedSize()) {
            return ItemRefusedException.expandsTooMuch(MOST_TIMES);
        }
        return isRepeated(hash(name)) ? ItemRefusedException.duplicate() : null;
    }

    private boolean isRepeated(long hash) {
        int at = Arrays.binarySearch(names, hash);
        return (at > 0 && names[at - 1] == hash) || (at + 1 < names.length && names[at + 1] == hash);
    }

    private static long hash(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** What the directory says of an entry may be untrue: its bytes are counted while they come. */
    @Override
    public Photo read(PersonPicture picture) {
        ZipEntry entry = zip.getEntry(picture.location());
        try (InputStream stream = zip.getInputStream(entry)) {
            if (stream == null) {
                throw ItemRefusedException.missing();
            }
            return Photo.of(bytes(stream));
        } catch (ZipException | EOFException e) {
            throw new UnreadablePhotoException("The archive is damaged where the picture lies", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw new PhotoTooLargeException(maxBytes);
        }
        return bytes;
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
