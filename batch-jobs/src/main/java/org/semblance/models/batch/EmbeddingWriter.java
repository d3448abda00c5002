package org.semblance.models.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.StaleFaces;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.jobs.JobItemFailures;
import org.semblance.jobs.Tally;
import org.semblance.platform.Problem;
import org.semblance.platform.batch.ChunkLedger;
import org.semblance.vision.ModelId;

/** Keeps new embeddings and notes the faces that cannot have one, all of a chunk or none of it. */
@Named
@Dependent
public class EmbeddingWriter extends AbstractItemWriter {
    private final EmbeddingStore embeddings;
    private final StaleFaces faces;
    private final JobItemFailures failures;
    private final ChunkLedger ledger;

    @Inject
    @BatchProperty
    private String model;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public EmbeddingWriter(EmbeddingStore embeddings, StaleFaces faces, JobItemFailures failures, ChunkLedger ledger) {
        this.embeddings = embeddings;
        this.faces = faces;
        this.failures = failures;
        this.ledger = ledger;
    }

    @Override
    public void writeItems(List<Object> items) {
        var tally = Tally.NOTHING;
        for (Object item : items) {
            tally = write((ReembeddedFace) item)
                    ? tally.accepted().with("faces-embedded", 1)
                    : tally.refused().with("faces-skipped", 1);
        }
        var last = (ReembeddedFace) items.get(items.size() - 1);
        ledger.keep(Long.toString(last.face().face()), tally);
    }

    /** Whether the face has its embedding. */
    private boolean write(ReembeddedFace reembedded) {
        long face = reembedded.face().face();
        Problem refusal = reembedded.refusal();
        if (refusal != null) {
            faces.skip(face, new ModelId(model), refusal);
            failures.add(ledger.run(), "face " + face, refusal);
            return false;
        }
        embeddings.add(new FaceId(face), Objects.requireNonNull(reembedded.embedding()));
        return true;
    }
}
