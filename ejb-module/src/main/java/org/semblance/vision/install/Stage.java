package org.semblance.vision.install;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.vision.pack.Catalogue;
import org.semblance.vision.pack.CataloguePack;
import org.semblance.vision.pack.Checksum;
import org.semblance.vision.pack.Download;
import org.semblance.vision.pack.InvalidPackException;
import org.semblance.vision.pack.Licence;
import org.semblance.vision.pack.ModelPacks;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;

/** One pack on its way in: gathers its files and its manifest in a directory of its own. */
final class Stage {
    private static final String MANIFEST = "pack.yaml";
    private static final int ZIP = 0x504B0304;

    private final Path staging;
    private final Path work;
    private final Downloader downloader;
    private final long maxBytes;

    Stage(Path staging, Path work, Downloader downloader, long maxBytes) {
        this.staging = staging;
        this.work = work;
        this.downloader = downloader;
        this.maxBytes = maxBytes;
    }

    /** Fetches what a manifest names, and pins the checksums that were unknown. */
    void fetch(CataloguePack entry, Acceptance acceptance, InstallListener listener) throws IOException {
        checkLicence(entry.name(), entry.licence(), acceptance);
        checkFree(entry.name());
        var pack = Files.createDirectories(staging.resolve(entry.name()));
        long before = 0;
        for (Download download : entry.downloads()) {
            var file = work.resolve("download");
            long done = before;
            downloader.fetch(download, file, (bytes, total) -> listener.fetched(done + bytes, entry.bytes()));
            place(download, file, pack);
            before += download.bytes();
        }
        Files.writeString(pack.resolve(MANIFEST), manifest(entry, pack));
    }

    /** Fetches an archive, or a manifest and then what that names. Answers the pack's name. */
    String fetch(URI url, Acceptance acceptance, InstallListener listener) throws IOException {
        var file = work.resolve("fetched");
        downloader.fetch(url, file, bytes -> listener.fetched(bytes, bytes));
        if (isArchive(file)) {
            return unpack(file, acceptance);
        }
        var entry = Catalogue.read(file);
        fetch(entry, acceptance, listener);
        return entry.name();
    }

    /** Keeps what somebody sends, up to its bound. */
    Path save(InputStream sent) throws IOException {
        var file = work.resolve("sent");
        try (var to = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            long left = maxBytes;
            for (int read = sent.read(buffer); read >= 0; read = sent.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw new InvalidPackException("The archive is longer than " + maxBytes
                            + " bytes, which semblance.models.max-bytes allows");
                }
                to.write(buffer, 0, read);
            }
        }
        return file;
    }

    /** Unpacks the manifest, the files that it names and the texts beside it. Answers the pack's name. */
    String unpack(Path file, Acceptance acceptance) throws IOException {
        try (var archive = Archive.open(file, maxBytes)) {
            var found = archive.find(MANIFEST)
                    .orElseThrow(() -> new InvalidPackException("There is no " + MANIFEST + " in the archive"));
            var manifest = work.resolve(MANIFEST);
            archive.extract(found, manifest);
            var head = ModelPacks.head(manifest);
            checkLicence(head.name(), head.licence(), acceptance);
            checkFree(head.name());
            var pack = Files.createDirectories(staging.resolve(head.name()));
            Files.move(manifest, pack.resolve(MANIFEST));
            String inside = found.getName().substring(0, found.getName().length() - MANIFEST.length());
            Map<String, String> members = new HashMap<>();
            head.files().forEach(name -> members.put(name, inside + name));
            for (String text : new String[] {"MODEL.md", "LICENSE", "SHA256SUMS"}) {
                if (archive.find(inside + text).isPresent()) {
                    members.put(text, inside + text);
                }
            }
            archive.extract(members, pack);
            return head.name();
        }
    }

    static void checkLicence(String pack, Licence licence, Acceptance acceptance) {
        if (licence.restricted() && !acceptance.accepts()) {
            throw new LicenceNotAcceptedException(pack, licence);
        }
    }

    /** Before anything is fetched: hundreds of megabytes for nothing annoy. */
    private void checkFree(String name) {
        if (Files.exists(staging.resolveSibling(name))) {
            throw new PackInstalledException(name);
        }
    }

    private void place(Download download, Path file, Path pack) throws IOException {
        String name = download.file();
        if (name != null) {
            var target = pack.resolve(name);
            Files.createDirectories(target.getParent());
            Files.move(file, target);
            return;
        }
        try (var archive = Archive.open(file, maxBytes)) {
            archive.extract(download.members(), pack);
        }
        Files.delete(file);
    }

    private static boolean isArchive(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            byte[] head = stream.readNBytes(4);
            return head.length == 4 && java.nio.ByteBuffer.wrap(head).getInt() == ZIP;
        }
    }

    private static String manifest(CataloguePack entry, Path pack) {
        var settings = DumpSettings.builder().setMultiLineFlow(false).build();
        return "# Installed from " + entry.downloads().get(0).url() + "\n"
                + new Dump(settings).dumpToString(pinned(entry.manifest(), pack));
    }

    /** The manifest with the checksums of the files that are here, in place of those that nobody knew. */
    private static Map<String, Object> pinned(Map<?, ?> manifest, Path pack) {
        Map<String, Object> pinned = new LinkedHashMap<>();
        manifest.forEach((key, value) -> {
            Object kept = value instanceof Map<?, ?> inner ? pinned(inner, pack) : value;
            pinned.put(String.valueOf(key), kept);
        });
        if (Catalogue.isUnknown(pinned.get("sha256"))) {
            pinned.put("sha256", Checksum.of(pack.resolve(String.valueOf(pinned.get("file")))));
        }
        return pinned;
    }
}
