package org.semblance.gallery.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.semblance.platform.InvalidInputException;

/**
 * What lies below the server's import directory, the only place that jobs read pictures from: folders of persons with
 * their pictures. Links are not followed.
 */
@ApplicationScoped
public class ImportFolders {
    private final Path root;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected ImportFolders() {
        this.root = null;
    }

    @Inject
    public ImportFolders(@ConfigProperty(name = "semblance.import.directory") String root) {
        this.root = Path.of(root).toAbsolutePath().normalize();
    }

    /** Refuses a folder that is missing or lies elsewhere. */
    public void check(String folder) {
        if (!Files.isDirectory(resolve(folder), LinkOption.NOFOLLOW_LINKS)) {
            throw new InvalidInputException(
                    "folder", "There is no folder '" + folder + "' in the server's import directory " + root);
        }
    }

    /** The names of the persons' folders, sorted. */
    List<String> persons(String folder) throws IOException {
        check(folder);
        return names(resolve(folder), path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS));
    }

    /** The pictures of one person, sorted. */
    List<PersonPicture> pictures(String folder, String person) throws IOException {
        Path directory = resolve(folder).resolve(person);
        List<PersonPicture> pictures = new ArrayList<>();
        for (String name : names(directory, path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))) {
            pictures.add(new PersonPicture(directory.resolve(name), person, person + '/' + name));
        }
        return pictures;
    }

    /** How many pictures there are in all. */
    long count(String folder) {
        try {
            long count = 0;
            for (String person : persons(folder)) {
                count += pictures(folder, person).size();
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path resolve(String folder) {
        try {
            Path path = root.resolve(folder).normalize();
            if (path.startsWith(root)) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new InvalidInputException("folder", "'" + folder + "' is no folder name: " + e.getReason());
        }
        throw new InvalidInputException("folder", "A folder is named relative to the import directory, without '..'");
    }

    private static List<String> names(Path directory, java.util.function.Predicate<Path> wanted) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(wanted)
                    .map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
