package org.semblance.vision.pack;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.semblance.vision.VisionSettings;

/** The model packs that are installed: one directory each, with a {@code pack.yaml} in it. */
@Dependent
public class ModelPacks {
    static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
    private static final String MANIFEST = "pack.yaml";

    private final Path directory;

    @Inject
    public ModelPacks(VisionSettings settings) {
        this(settings.modelsDirectory());
    }

    public ModelPacks(Path directory) {
        this.directory = directory;
    }

    /** Every pack by name, the broken ones with what is wrong with them; reads no model. */
    public List<ListedPack> list() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve(MANIFEST)))
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .map(this::listed)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The model packs in " + directory + " cannot be listed", e);
        }
    }

    /** Refuses a name that no directory with a manifest has. */
    public static void requireName(String name, Path directory) {
        if (!NAME.matcher(name).matches()
                || !Files.isRegularFile(directory.resolve(name).resolve(MANIFEST))) {
            throw new PackNotFoundException(name);
        }
    }

    /** What a manifest says that does not lie beside its files yet. */
    public static PackHead head(Path manifest) {
        return PackHead.read(manifest);
    }

    /** The pack of that name, its manifest checked; its models are checked when they are read. */
    public ModelPack require(String name) {
        requireName(name, directory);
        return PackManifest.read(directory.resolve(name).resolve(MANIFEST));
    }

    /** The pack of that name, once every model in it has been found to have its checksum. */
    public ModelPack verify(String name) {
        var pack = require(name);
        pack.files().forEach(ModelFile::verifiedBytes);
        return pack;
    }

    /** The pack of that name, or what is wrong with it. */
    public ListedPack listed(String name) {
        try {
            return new ListedPack(name, require(name), null);
        } catch (InvalidPackException | PackNotFoundException e) {
            return new ListedPack(name, null, e.getMessage());
        }
    }
}
