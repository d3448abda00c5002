package org.semblance.transfer.batch;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.Metadata;
import org.semblance.gallery.NewPerson;
import org.semblance.platform.InvalidInputException;
import org.semblance.transfer.ArchiveRefusedException;
import org.semblance.transfer.ItemRefusedException;
import org.semblance.transfer.TransferSettings;
import org.semblance.vision.Photo;

/**
 * A list in CSV: {@code file}, relative to the list, and {@code external_id}, {@code name} or both; whatever other
 * columns there are is metadata of the person. Its order is that of the lines.
 */
final class CsvSource implements PictureSource {
    private final Path file;
    private final Path folder;
    private final TransferSettings settings;
    private final List<Reader> open = new ArrayList<>();

    CsvSource(Path file, Path folder, TransferSettings settings) {
        this.file = file;
        this.folder = folder;
        this.settings = settings;
    }

    @Override
    public Iterator<PersonPicture> after(@Nullable String key, Predicate<String> owners) {
        long last = key == null ? 0 : Long.parseLong(key);
        var lines = lines();
        return Stream.generate(lines::next)
                .takeWhile(line -> !line.isEnd())
                .filter(line -> line.number() > last)
                .map(CsvSource::picture)
                .filter(picture -> owners.test(picture.owner()))
                .iterator();
    }

    private Lines lines() {
        try {
            var decoder = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            var reader = new InputStreamReader(Files.newInputStream(file), decoder);
            open.add(reader);
            return new Lines(new CsvRecords(reader), settings.maxItems());
        } catch (CharacterCodingException e) {
            throw notText(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PersonPicture picture(Line line) {
        String key = Long.toString(line.number());
        String location = line.cell("file");
        String item = "line " + line.line() + ": " + location;
        try {
            return new PersonPicture(key, item, location, person(line), null);
        } catch (InvalidInputException | ItemRefusedException refusal) {
            return PersonPicture.refused(key, item, refusal);
        }
    }

    private static NewPerson person(Line line) {
        if (line.isRagged()) {
            throw ItemRefusedException.incomplete("The line has not as many cells as the first one");
        }
        String id = line.cell("external_id").isEmpty() ? line.cell("name") : line.cell("external_id");
        if (id.isEmpty() || line.cell("file").isEmpty()) {
            throw ItemRefusedException.incomplete("The line needs a file, and an external_id or a name");
        }
        String name = line.cell("name").isEmpty() ? id : line.cell("name");
        return new NewPerson(name, id, new Metadata(line.rest()), false, null);
    }

    /** Links within the import directory may be followed, others not. */
    @Override
    public Photo read(PersonPicture picture) {
        try {
            Path wanted = folder.resolve(picture.location()).normalize();
            if (picture.location().contains("\\") || !wanted.startsWith(settings.imports())) {
                throw ItemRefusedException.unsafePath();
            }
            if (!Files.exists(wanted)) {
                throw ItemRefusedException.missing();
            }
            Path real = wanted.toRealPath();
            if (!real.startsWith(settings.imports().toRealPath())) {
                throw ItemRefusedException.unsafePath();
            }
            return PictureFile.read(real, settings.maxPictureBytes());
        } catch (InvalidPathException e) {
            throw ItemRefusedException.unsafePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            for (Reader reader : open) {
                reader.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ArchiveRefusedException notText(CharacterCodingException e) {
        return new ArchiveRefusedException("The list is not in UTF-8; save it again as UTF-8", e);
    }

    /**
     * A record below the first, by the names of the columns.
     *
     * @param number which one it is, from 1
     * @param line that it begins on
     */
    private record Line(long number, long line, Map<String, String> cells, boolean isRagged) {
        static final Line END = new Line(0, 0, Map.of(), false);

        boolean isEnd() {
            return number == 0;
        }

        String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        Map<String, String> rest() {
            var rest = new HashMap<>(cells);
            rest.keySet().removeAll(List.of("file", "external_id", "name"));
            rest.values().removeIf(String::isEmpty);
            return rest;
        }
    }

    /** The lines below the first, one after the other. */
    private static final class Lines {
        private final CsvRecords records;
        private final List<String> columns;
        private final long most;
        private long count;

        Lines(CsvRecords records, long most) throws IOException {
            this.records = records;
            this.most = most;
            this.columns = records.header().stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
            if (!columns.contains("file") || !(columns.contains("name") || columns.contains("external_id"))) {
                throw new ArchiveRefusedException(
                        "The first line of the list must name its columns: file, and external_id or name or both");
            }
            if (new HashSet<>(columns).size() < columns.size()) {
                throw new ArchiveRefusedException("The first line of the list names a column twice");
            }
            checkMetadata();
        }

        private void checkMetadata() {
            try {
                new Line(0, 1, cells(columns), false).rest().keySet().forEach(key -> new Metadata(Map.of(key, "")));
            } catch (InvalidInputException e) {
                throw new ArchiveRefusedException("The first line of the list: " + e.getMessage(), e);
            }
        }

        Line next() {
            try {
                var record = records.record();
                if (record == null) {
                    return Line.END;
                }
                if (++count > most) {
                    throw new ArchiveRefusedException(
                            "The list has more than " + most + " lines, see semblance.import.max-items");
                }
                return new Line(count, records.line(), cells(record), record.size() != columns.size());
            } catch (CharacterCodingException e) {
                throw notText(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Map<String, String> cells(List<String> record) {
            var cells = new HashMap<String, String>();
            for (int i = 0; i < Math.min(columns.size(), record.size()); i++) {
                cells.put(columns.get(i), record.get(i));
            }
            return cells;
        }
    }
}
