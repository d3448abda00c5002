package org.semblance.transfer.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.concurrent.CancellationException;
import org.semblance.gallery.GalleryName;
import org.semblance.jobs.Tally;
import org.semblance.platform.batch.ChunkLedger;
import org.semblance.transfer.ExportFiles;
import org.semblance.transfer.ExportOrder;
import org.semblance.transfer.GalleryExport;

/** Writes one archive; an attempt that was cut short has left nothing, and the next one writes it from the beginning. */
@Named
@Dependent
public class GalleryExporting extends AbstractBatchlet {
    private static final int TOLD_EVERY = 100;

    private final GalleryExport export;
    private final ExportFiles files;
    private final ChunkLedger ledger;
    private volatile boolean isStopping;

    @Inject
    @BatchProperty
    private String gallery;

    @Inject
    @BatchProperty
    private String images;

    @Inject
    @BatchProperty
    private String embeddings;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public GalleryExporting(GalleryExport export, ExportFiles files, ChunkLedger ledger) {
        this.export = export;
        this.files = files;
        this.ledger = ledger;
    }

    @Override
    public String process() {
        files.expire();
        var order = new ExportOrder(
                ledger.run(), new GalleryName(gallery), Boolean.parseBoolean(images), Boolean.parseBoolean(embeddings));
        long total = export.count(order);
        try {
            var counts = export.write(order, done -> tell(total, done)).getJsonObject("counts");
            ledger.stand(total, total);
            ledger.keep(
                    null,
                    Tally.NOTHING
                            .with("persons-exported", counts.getInt("persons"))
                            .with("faces-exported", counts.getInt("faces"))
                            .with("images-exported", counts.getInt("images")));
            ledger.say("The export lies ready as " + order.file());
            return "COMPLETED";
        } catch (CancellationException e) {
            return "STOPPED";
        }
    }

    private void tell(long total, long done) {
        if (isStopping) {
            throw new CancellationException();
        }
        if (done % TOLD_EVERY == 0) {
            ledger.stand(Math.max(total, done), done);
        }
    }

    @Override
    public void stop() {
        isStopping = true;
    }
}
