package org.semblance.gallery.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.batch.ChunkLedger;

/** Reads {@code Name/picture} in the order of paths, a person's folder at a time. */
@Named
@Dependent
public class PictureReader extends AbstractItemReader {
    private final ImportFolders folders;
    private final ChunkLedger ledger;

    @Inject
    @BatchProperty
    private String folder;

    private Deque<String> persons = new ArrayDeque<>();
    private Deque<PersonPicture> pictures = new ArrayDeque<>();
    private @Nullable String last;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public PictureReader(ImportFolders folders, ChunkLedger ledger) {
        this.folders = folders;
        this.ledger = ledger;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) throws IOException {
        last = ledger.open(() -> folders.count(folder)).orElse(null);
        persons = new ArrayDeque<>(folders.persons(folder));
    }

    @Override
    public @Nullable Object readItem() throws IOException {
        while (pictures.isEmpty() && !persons.isEmpty()) {
            pictures = unread(persons.removeFirst());
        }
        PersonPicture next = pictures.pollFirst();
        if (next != null) {
            last = next.relativePath();
        }
        return next;
    }

    private Deque<PersonPicture> unread(String person) throws IOException {
        var unread = new ArrayDeque<PersonPicture>();
        for (PersonPicture picture : folders.pictures(folder, person)) {
            if (last == null || picture.relativePath().compareTo(last) > 0) {
                unread.add(picture);
            }
        }
        return unread;
    }
}
