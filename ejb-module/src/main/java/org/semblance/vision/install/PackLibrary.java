package org.semblance.vision.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.semblance.platform.InvalidInputException;
import org.semblance.vision.pack.Catalogue;
import org.semblance.vision.pack.CataloguePack;
import org.semblance.vision.pack.ListedPack;
import org.semblance.vision.pack.ModelPack;
import org.semblance.vision.pack.ModelPacks;

/**
 * The installed packs, and the way in and out. A pack appears among them only when it is complete, has the right
 * checksums and runs; what a crash leaves half-done lies apart and is removed by the next installation.
 */
public final class PackLibrary {
    private static final String STAGING = ".installing-";

    private final Path directory;
    private final ModelPacks packs;
    private final Downloader downloader;
    private final long maxBytes;
    private final Consumer<ModelPack> trial;
    private final Clock clock;

    /** @param trial loads the models of a pack, and throws a problem when they do not run */
    public PackLibrary(Path directory, InstallSettings settings, Consumer<ModelPack> trial, Clock clock) {
        this(directory, new Downloader(settings.hosts(), settings.maxBytes()), settings.maxBytes(), trial, clock);
    }

    PackLibrary(Path directory, Downloader downloader, long maxBytes, Consumer<ModelPack> trial, Clock clock) {
        this.directory = directory;
        this.packs = new ModelPacks(directory);
        this.downloader = downloader;
        this.maxBytes = maxBytes;
        this.trial = trial;
        this.clock = clock;
    }

    public Catalogue catalogue() {
        return new Catalogue(directory.resolve("catalogue"));
    }

    /** Every installed pack by name, the broken ones with what is wrong with them; reads no model. */
    public List<InstalledPack> list() {
        return packs.list().stream().map(this::installed).toList();
    }

    /** The pack of that name, sound or not. */
    public InstalledPack require(String name) {
        ModelPacks.requireName(name, directory);
        return installed(packs.listed(name));
    }

    /** The pack of that name, once its files have been found to have their checksums and its models to run. */
    public ModelPack verify(String name) {
        var pack = packs.verify(name);
        trial.accept(pack);
        return pack;
    }

    /** Installs a pack by its name in the catalogue, or from an https address. */
    public ModelPack install(String source, Acceptance acceptance, InstallListener listener) {
        return isAddress(source)
                ? install(address(source), acceptance, listener)
                : install(catalogue().require(source), acceptance, listener);
    }

    /** Refuses, before anything is fetched, a name that is unknown, an address that is none, and an unaccepted licence. */
    public void check(String source, Acceptance acceptance) {
        if (isAddress(source)) {
            address(source);
            return;
        }
        var entry = catalogue().require(source);
        Stage.checkLicence(entry.name(), entry.licence(), acceptance);
    }

    private static boolean isAddress(String source) {
        return source.contains(":");
    }

    private static URI address(String source) {
        try {
            return new URI(source);
        } catch (URISyntaxException e) {
            throw new InvalidInputException("source", "'" + source + "' is no address: " + e.getReason());
        }
    }

    private ModelPack install(CataloguePack entry, Acceptance acceptance, InstallListener listener) {
        return staged((staging, work) -> {
            new Stage(staging, work, downloader, maxBytes).fetch(entry, acceptance, listener);
            return finish(
                    staging, entry.name(), receipt("catalogue " + entry.name() + " " + entry.version(), acceptance));
        });
    }

    /** Installs a pack from a ZIP archive with a {@code pack.yaml} in it, as somebody sends it. */
    public ModelPack install(InputStream archive, String source, Acceptance acceptance) {
        return staged((staging, work) -> {
            var stage = new Stage(staging, work, downloader, maxBytes);
            return finish(staging, stage.unpack(stage.save(archive), acceptance), receipt(source, acceptance));
        });
    }

    /** Installs a pack from an address: of a ZIP archive, or of a manifest that says where its files come from. */
    private ModelPack install(URI url, Acceptance acceptance, InstallListener listener) {
        return staged((staging, work) -> {
            String name = new Stage(staging, work, downloader, maxBytes).fetch(url, acceptance, listener);
            return finish(staging, name, receipt(url.toString(), acceptance));
        });
    }

    /** Checks a pack that is to be used, and notes who accepts its licence should that be needed. */
    public ModelPack requireUsable(String name, Acceptance acceptance) {
        var pack = verify(name);
        if (require(name).awaitsAcceptance()) {
            Stage.checkLicence(name, pack.licence(), acceptance);
            accept(name, acceptance.by());
        }
        return pack;
    }

    private void accept(String name, String by) {
        locked(() -> {
            var pack = directory.resolve(packs.require(name).name());
            var receipt =
                    Receipt.find(pack).orElseGet(() -> new Receipt("put there by hand", "", clock.instant(), null));
            receipt.acceptedBy(by).write(pack);
            return pack;
        });
    }

    /** Removes an installed pack, sound or not. That it is not in use is the caller's business. */
    public void remove(String name) {
        locked(() -> {
            ModelPacks.requireName(name, directory);
            var gone = directory.resolve(STAGING + "removed-" + name);
            delete(gone);
            Files.move(directory.resolve(name), gone);
            delete(gone);
            return gone;
        });
    }

    private Receipt receipt(String source, Acceptance acceptance) {
        return new Receipt(source, acceptance.by(), clock.instant(), acceptance.accepts() ? acceptance.by() : null);
    }

    private InstalledPack installed(ListedPack listed) {
        var pack = directory.resolve(listed.name());
        return new InstalledPack(
                listed.name(),
                listed.pack(),
                listed.problem(),
                Receipt.find(pack).orElse(null),
                length(pack));
    }

    /** Checks what lies in the staging directory as it will be checked ever after, and moves it to its place. */
    private ModelPack finish(Path staging, String name, Receipt receipt) throws IOException {
        var pack = new ModelPacks(staging).verify(name);
        trial.accept(pack);
        var place = directory.resolve(name);
        if (Files.exists(place)) {
            throw new PackInstalledException(name);
        }
        receipt.write(staging.resolve(name));
        Files.move(staging.resolve(name), place);
        return packs.require(name);
    }

    /** What is done with a directory for the pack and one for the rest. */
    @FunctionalInterface
    private interface Installation {
        ModelPack run(Path staging, Path work) throws IOException;
    }

    private ModelPack staged(Installation installation) {
        return locked(() -> {
            removeLeftovers();
            var staging = Files.createTempDirectory(directory, STAGING);
            try {
                var work = Files.createDirectory(staging.resolve(".work"));
                return installation.run(staging, work);
            } finally {
                delete(staging);
            }
        });
    }

    @FunctionalInterface
    private interface Change<T> {
        T run() throws IOException;
    }

    private <T> T locked(Change<T> change) {
        try {
            var lock = LibraryLock.take(directory);
            try {
                return change.run();
            } finally {
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The model packs in " + directory + " cannot be changed", e);
        }
    }

    private void removeLeftovers() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : entries.filter(
                            path -> String.valueOf(path.getFileName()).startsWith(STAGING))
                    .toList()) {
                delete(entry);
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static long length(Path tree) {
        try (Stream<Path> paths = Files.walk(tree)) {
            return paths.filter(Files::isRegularFile)
                    .mapToLong(path -> path.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(tree + " cannot be listed", e);
        }
    }
}
