package org.semblance.transfer.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.Actor;
import org.semblance.gallery.GalleryName;
import org.semblance.platform.batch.ChunkLedger;
import org.semblance.transfer.ArchivedPerson;
import org.semblance.transfer.GalleryArchive;
import org.semblance.transfer.GalleryArchives;
import org.semblance.transfer.GalleryImport;

/** Reads the persons of an archive in the order of their ids there; makes the gallery at the very beginning. */
@Named
@Dependent
public class ArchiveReader extends AbstractItemReader {
    private final PictureSources sources;
    private final GalleryArchives archives;
    private final GalleryImport imports;
    private final ChunkLedger ledger;

    @Inject
    @BatchProperty
    private String gallery;

    @Inject
    @BatchProperty
    private String file;

    @Inject
    @BatchProperty
    private String trust;

    private @Nullable GalleryArchive archive;
    private Iterator<ArchivedPerson> persons = Collections.emptyIterator();

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public ArchiveReader(PictureSources sources, GalleryArchives archives, GalleryImport imports, ChunkLedger ledger) {
        this.sources = sources;
        this.archives = archives;
        this.imports = imports;
        this.ledger = ledger;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) {
        boolean isTrusted = trust.equals(ImportGalleryDefinition.UNSIGNED);
        var opened = archives.open(sources.require("file", file), isTrusted);
        archive = opened;
        opened.verify();
        String last = ledger.open(() -> begin(opened)).orElse("0");
        persons = opened.persons(Long.parseLong(last));
    }

    private long begin(GalleryArchive opened) {
        imports.prepare(new GalleryName(gallery), opened, Actor.job("import-gallery"));
        return opened.persons();
    }

    @Override
    public @Nullable Object readItem() {
        return archive != null && persons.hasNext() ? new ArchivedItem(archive, persons.next()) : null;
    }

    @Override
    public void close() {
        if (archive != null) {
            archive.close();
        }
    }
}
