package org.semblance.vision.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The public packs that can be installed by name: a directory of manifests, which look like a {@code pack.yaml} and say
 * besides where the files come from. An operator may add to it.
 */
public final class Catalogue {
    /** In a manifest, the checksum of a file that has never been seen; it is pinned when the pack is installed. */
    private static final String UNKNOWN = "unknown";

    private static final String DOWNLOADS = "downloads";
    private static final int MOST_DOWNLOADS = 16;
    private static final String SUFFIX = ".yaml";
    private static final Pattern CHECKSUM = Pattern.compile(PackManifest.SHA_256.pattern() + "|" + UNKNOWN);
    private static final Pattern MEMBER = Pattern.compile("[^\\\\\\p{Cntrl}]{1,300}");

    private final Path directory;

    public Catalogue(Path directory) {
        this.directory = directory;
    }

    /** Every pack by name. */
    public List<CataloguePack> list() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> entry.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(Catalogue::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogue in " + directory + " cannot be listed", e);
        }
    }

    /** The pack of that name. */
    public CataloguePack require(String name) {
        var file = directory.resolve(name + SUFFIX);
        if (!ModelPacks.NAME.matcher(name).matches() || !Files.isRegularFile(file)) {
            throw new CataloguePackNotFoundException(
                    name, list().stream().map(CataloguePack::name).toList());
        }
        return read(file);
    }

    /** Reads one manifest that says where its files come from. */
    public static CataloguePack read(Path file) {
        var mapping = Mapping.read(file);
        Map<String, Object> manifest = new LinkedHashMap<>();
        mapping.values().forEach((key, value) -> manifest.put(String.valueOf(key), value));
        manifest.remove(DOWNLOADS);
        return new CataloguePack(
                mapping.text("name", ModelPacks.NAME, "lower-case letters, digits, dots, dashes, underscores"),
                mapping.text("version", PackManifest.VERSION, "digits, letters, dots, dashes"),
                PackManifest.licence(mapping),
                mapping.text("description", PackManifest.LINE, "one line of text"),
                mapping.mappings(DOWNLOADS, MOST_DOWNLOADS).stream()
                        .map(Catalogue::download)
                        .toList(),
                manifest);
    }

    /** Whether a manifest leaves this checksum open. */
    public static boolean isUnknown(@Nullable Object sha256) {
        return UNKNOWN.equals(sha256);
    }

    private static Download download(Mapping mapping) {
        var url = address(mapping);
        String sha256 = mapping.text("sha256", CHECKSUM, "64 lower-case hexadecimal digits, or " + UNKNOWN);
        Map<String, String> members = new HashMap<>();
        if (mapping.has("members")) {
            var listed = mapping.mapping("members");
            for (String file : listed.keys()) {
                members.put(checkedFile(mapping, file), listed.text(file, MEMBER, "the name of a file in the archive"));
            }
        }
        var download = new Download(
                url,
                sha256.equals(UNKNOWN) ? null : sha256,
                (long) mapping.number("bytes", 1, 1L << 40),
                members.isEmpty()
                        ? checkedFile(mapping, mapping.text("file", PackManifest.FILE, "a file of the pack"))
                        : null,
                members);
        mapping.complete();
        return download;
    }

    private static URI address(Mapping mapping) {
        String url = mapping.text("url", PackManifest.ADDRESS, "an https address");
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw mapping.refuse("url", "is no address: " + e.getReason());
        }
    }

    private static String checkedFile(Mapping mapping, String file) {
        if (PackManifest.FILE.matcher(file).matches()) {
            return file;
        }
        throw mapping.refuse(file, "is no relative path inside a pack");
    }
}
