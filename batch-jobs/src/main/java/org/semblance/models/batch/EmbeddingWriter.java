package org.semblance.models.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.StaleFaces;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.jobs.JobItemFailures;
import org.semblance.jobs.Tally;
import org.semblance.models.Reembedder;
import org.semblance.platform.Problem;
import org.semblance.platform.batch.ChunkLedger;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

/**
 * Embeds the crops of a chunk together: the slow part, which runs with the chunk's transaction suspended. Then keeps the
 * embeddings and notes the faces that cannot have one, all of a chunk or none of it.
 */
@Named
@Dependent
public class EmbeddingWriter extends AbstractItemWriter {
    private final Reembedder reembedder;
    private final EmbeddingStore embeddings;
    private final StaleFaces faces;
    private final JobItemFailures failures;
    private final ChunkLedger ledger;

    @Inject
    @BatchProperty
    private String pack;

    @Inject
    @BatchProperty
    private String model;

    @Inject
    @SuppressWarnings("NullAway") // batch properties are injected after construction
    public EmbeddingWriter(
            Reembedder reembedder,
            EmbeddingStore embeddings,
            StaleFaces faces,
            JobItemFailures failures,
            ChunkLedger ledger) {
        this.reembedder = reembedder;
        this.embeddings = embeddings;
        this.faces = faces;
        this.failures = failures;
        this.ledger = ledger;
    }

    @Override
    public void writeItems(List<Object> items) {
        List<OpenedCrop> all = items.stream().map(OpenedCrop.class::cast).toList();
        embeddings.add(
                embedded(all.stream().filter(opened -> opened.refusal() == null).toList()));
        var tally = Tally.NOTHING;
        for (OpenedCrop opened : all) {
            tally = opened.refusal() == null
                    ? tally.accepted().with("faces-embedded", 1)
                    : skip(opened.face().face(), opened.refusal(), tally);
        }
        ledger.keep(Long.toString(all.get(all.size() - 1).face().face()), tally);
    }

    private Map<FaceId, Embedding> embedded(List<OpenedCrop> opened) {
        List<Embedding> made =
                reembedder.embed(opened.stream().map(OpenedCrop::requireCrop).toList(), pack, new ModelId(model));
        Map<FaceId, Embedding> all = new LinkedHashMap<>();
        for (int i = 0; i < opened.size(); i++) {
            all.put(new FaceId(opened.get(i).face().face()), made.get(i));
        }
        return all;
    }

    private Tally skip(long face, Problem refusal, Tally tally) {
        faces.skip(face, new ModelId(model), refusal);
        failures.add(ledger.run(), "face " + face, refusal);
        return tally.refused().with("faces-skipped", 1);
    }
}
