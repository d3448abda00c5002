package org.semblance.gallery.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Collections;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.semblance.jobs.JobItemFailures;
import org.semblance.jobs.JobRunId;
import org.semblance.platform.batch.ChunkLedger;
import org.semblance.transfer.batch.PersonPicture;
import org.semblance.transfer.batch.PictureSource;
import org.semblance.transfer.batch.PictureSources;

/**
 * Reads pictures in the order of their source. All pictures of a person are read by the same part of the step, so that
 * nobody is made twice.
 */
@Named
@Dependent
public class PictureReader extends AbstractItemReader {
    private final PictureSources sources;
    private final JobItemFailures failures;
    private final ChunkLedger ledger;

    @Inject
    @BatchProperty
    private String folder;

    @Inject
    @BatchProperty
    private String parts;

    @Inject
    @BatchProperty
    private @Nullable String retryOf;

    private @Nullable PictureSource source;
    private Iterator<OpenPicture> pictures = Collections.emptyIterator();

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public PictureReader(PictureSources sources, JobItemFailures failures, ChunkLedger ledger) {
        this.sources = sources;
        this.failures = failures;
        this.ledger = ledger;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) {
        PictureSource opened = sources.open(folder);
        source = opened;
        String last = ledger.open(() -> count(opened)).orElse(null);
        pictures = pictures(opened, last)
                .map(picture -> new OpenPicture(picture, opened))
                .iterator();
    }

    private long count(PictureSource opened) {
        return pictures(opened, null).count();
    }

    private Stream<PersonPicture> pictures(PictureSource opened, @Nullable String last) {
        var unread = Spliterators.spliteratorUnknownSize(opened.after(last, this::isMine), Spliterator.ORDERED);
        return StreamSupport.stream(unread, false).filter(wanted());
    }

    private boolean isMine(String owner) {
        return Math.floorMod(owner.hashCode(), Integer.parseInt(parts)) == ledger.part();
    }

    private Predicate<PersonPicture> wanted() {
        if (retryOf == null || retryOf.isEmpty()) {
            return picture -> true;
        }
        var refused = failures.items(new JobRunId(Long.parseLong(retryOf)));
        return picture -> refused.contains(picture.item());
    }

    @Override
    public @Nullable Object readItem() {
        return pictures.hasNext() ? pictures.next() : null;
    }

    @Override
    public void close() {
        if (source != null) {
            source.close();
        }
    }
}
