package org.semblance.transfer.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.semblance.audit.Actor;
import org.semblance.gallery.GalleryName;
import org.semblance.jobs.JobItemFailures;
import org.semblance.jobs.Tally;
import org.semblance.platform.Problem;
import org.semblance.platform.batch.ChunkLedger;
import org.semblance.transfer.GalleryImport;

/** Makes the persons of a chunk with their faces and consents, all of them or none. */
@Named
@Dependent
public class ArchivedPersonWriter extends AbstractItemWriter {
    private final GalleryImport imports;
    private final JobItemFailures failures;
    private final ChunkLedger ledger;

    @Inject
    @BatchProperty
    private String gallery;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public ArchivedPersonWriter(GalleryImport imports, JobItemFailures failures, ChunkLedger ledger) {
        this.imports = imports;
        this.failures = failures;
        this.ledger = ledger;
    }

    @Override
    public void writeItems(List<Object> items) {
        var tally = Tally.NOTHING;
        for (Object item : items) {
            tally = write((ArchivedItem) item, tally);
        }
        var last = (ArchivedItem) items.get(items.size() - 1);
        ledger.keep(Long.toString(last.person().id()), tally);
    }

    private Tally write(ArchivedItem item, Tally before) {
        imports.add(new GalleryName(gallery), item.archive(), item.person(), item.faces(), Actor.job("import-gallery"));
        var tally = item.refusals().isEmpty() ? before.accepted() : before.refused();
        for (Problem refusal : item.refusals()) {
            failures.add(ledger.run(), "person " + item.person().id(), refusal);
            tally = tally.with("refused." + refusal.code(), 1);
        }
        return tally.with("persons-created", 1)
                .with("faces-enrolled", item.faces().size());
    }
}
