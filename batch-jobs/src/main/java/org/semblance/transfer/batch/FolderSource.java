package org.semblance.transfer.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.NewPerson;
import org.semblance.platform.InvalidInputException;
import org.semblance.vision.Photo;

/** A folder tree, {@code Name/picture}: by person, then by picture. Links are not followed, hidden files passed over. */
final class FolderSource implements PictureSource {
    private final Path directory;
    private final int maxBytes;

    FolderSource(Path directory, int maxBytes) {
        this.directory = directory;
        this.maxBytes = maxBytes;
    }

    /** Neither part of a key holds a slash, and the parts are compared one by one: 'Ann B/1' comes after 'Ann/9'. */
    @Override
    public Iterator<PersonPicture> after(@Nullable String key, Predicate<String> owners) {
        String[] last = key == null ? new String[] {"", ""} : key.split("/", 2);
        return names(directory, path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)).stream()
                .filter(person -> person.compareTo(last[0]) >= 0 && owners.test(person))
                .flatMap(person -> pictures(person, person.equals(last[0]) ? last[1] : ""))
                .iterator();
    }

    private Stream<PersonPicture> pictures(String person, String after) {
        return names(directory.resolve(person), path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).stream()
                .filter(name -> name.compareTo(after) > 0)
                .map(name -> picture(person, person + '/' + name));
    }

    static PersonPicture picture(String folder, String path) {
        try {
            return new PersonPicture(path, path, path, new NewPerson(folder.replace('_', ' '), folder), null);
        } catch (InvalidInputException refusal) {
            return PersonPicture.refused(path, path, refusal);
        }
    }

    private static List<String> names(Path directory, Predicate<Path> wanted) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(wanted)
                    .map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Photo read(PersonPicture picture) {
        return PictureFile.read(directory.resolve(picture.location()), maxBytes);
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
