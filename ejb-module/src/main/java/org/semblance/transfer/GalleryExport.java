package org.semblance.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.StandaloneAudit;
import org.semblance.gallery.GalleryStore;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.identity.DocumentSigner;
import org.semblance.platform.Json;
import org.semblance.storage.ImageNotFoundException;
import org.semblance.storage.ImageStore;
import org.semblance.transfer.ExportRows.FaceRow;
import org.semblance.transfer.ExportRows.PersonRow;
import org.semblance.transfer.ExportRows.Picture;
import org.semblance.vision.FaceAnalysis;

/** Writes a gallery into one signed archive. */
@ApplicationScoped
public class GalleryExport {
    private static final int PAGE = 200;

    private final ExportRows rows;
    private final GalleryStore galleries;
    private final EmbeddingStore embeddings;
    private final ImageStore images;
    private final Seal seal;

    /** What makes an archive this installation's. */
    @Dependent
    public static class Seal {
        private final DocumentSigner signer;
        private final FaceAnalysis analysis;
        private final ExportSettings settings;
        private final StandaloneAudit audit;
        private final Clock clock;

        @Inject
        public Seal(
                DocumentSigner signer,
                FaceAnalysis analysis,
                ExportSettings settings,
                StandaloneAudit audit,
                Clock clock) {
            this.signer = signer;
            this.analysis = analysis;
            this.settings = settings;
            this.audit = audit;
            this.clock = clock;
        }
    }

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected GalleryExport() {
        this(null, null, null, null, null);
    }

    @Inject
    public GalleryExport(
            ExportRows rows, GalleryStore galleries, EmbeddingStore embeddings, ImageStore images, Seal seal) {
        this.rows = rows;
        this.galleries = galleries;
        this.embeddings = embeddings;
        this.images = images;
        this.seal = seal;
    }

    /** How many faces there are to write. */
    public long count(ExportOrder order) {
        return rows.countFaces(order.gallery());
    }

    /**
     * Writes the whole archive anew.
     *
     * @param done told how many faces were written so far; throws a {@link CancellationException} to end it
     * @return what it holds
     */
    public JsonObject write(ExportOrder order, LongConsumer done) {
        try (var archive = new ArchiveWriter(seal.settings.directory().resolve(order.file()))) {
            long[] counts = {0, 0, 0};
            archive.add(
                    GalleryArchive.PERSONS,
                    out -> eachPage(order, persons -> {
                        for (PersonRow person : persons) {
                            line(out, json(person));
                            counts[0]++;
                        }
                    }));
            archive.add(
                    GalleryArchive.FACES,
                    out -> eachPage(order, persons -> {
                        for (FaceRow face : facesOf(persons)) {
                            line(out, json(face, order));
                            done.accept(++counts[1]);
                        }
                    }));
            if (order.hasImages()) {
                eachPage(order, persons -> {
                    for (FaceRow face : facesOf(persons)) {
                        counts[2] += add(archive, face.image()) + add(archive, face.crop());
                        done.accept(counts[1]);
                    }
                });
            }
            JsonObject manifest = manifest(order, archive, counts);
            archive.finish(manifest, seal.signer.sign(manifest.toString(), GalleryArchive.TYPE));
            seal.audit.record(
                    Actor.job("export-gallery"),
                    AuditEvent.success("gallery.exported", "gallery", order.gallery())
                            .with("persons", counts[0])
                            .with("faces", counts[1]));
            return manifest;
        } catch (IOException e) {
            throw new UncheckedIOException("The archive could not be written; check space and rights", e);
        }
    }

    /** Does something with each page of persons. */
    @FunctionalInterface
    private interface Pages {
        void accept(List<PersonRow> persons) throws IOException;
    }

    private void eachPage(ExportOrder order, Pages work) throws IOException {
        long last = 0;
        List<PersonRow> page;
        do {
            page = rows.persons(order.gallery(), last, PAGE);
            if (!page.isEmpty()) {
                work.accept(page);
                last = page.get(page.size() - 1).id();
            }
        } while (page.size() == PAGE);
    }

    private List<FaceRow> facesOf(List<PersonRow> persons) {
        return rows.faces(persons.stream().map(PersonRow::id).toList());
    }

    /** A picture that has gone meanwhile, with its person, is left out. */
    private long add(ArchiveWriter archive, Picture picture) throws IOException {
        if (!archive.isNew(picture.sha256())) {
            return 0;
        }
        try {
            archive.addPicture(picture.sha256(), images.get(picture.key()));
            return 1;
        } catch (ImageNotFoundException e) {
            return 0;
        }
    }

    private JsonObject manifest(ExportOrder order, ArchiveWriter archive, long[] counts) {
        var gallery = galleries.requireSummary(order.gallery());
        var embedder = seal.analysis.embedder();
        return Json.createObjectBuilder()
                .add("format", GalleryArchive.FORMAT)
                .add("version", GalleryArchive.VERSION)
                .add("created_at", seal.clock.instant().toString())
                .add("gallery", GalleryJson.of(gallery))
                .add("model", embedder.model().value())
                .add("dimension", embedder.dimension())
                .add("embeddings", order.hasEmbeddings())
                .add("images", order.hasImages())
                .add(
                        "counts",
                        Json.createObjectBuilder()
                                .add("persons", counts[0])
                                .add("faces", counts[1])
                                .add("images", counts[2]))
                .add("files", archive.files())
                .build();
    }

    private static JsonObject json(PersonRow person) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("id", person.id());
        if (person.name() != null) {
            json.add("name", person.name());
        }
        if (person.externalId() != null) {
            json.add("external_id", person.externalId());
        }
        return json.add("metadata", read(person.metadata()).asJsonObject())
                .add("public_figure", person.publicFigure())
                .add("consents", read(person.consents()).asJsonArray())
                .build();
    }

    private JsonObject json(FaceRow face, ExportOrder order) {
        JsonObjectBuilder json = ArchivedFace.json(face);
        if (order.hasEmbeddings()) {
            embeddings
                    .find(face.id(), seal.analysis.embedder().model())
                    .ifPresent(embedding -> json.add("embedding", ArchivedFace.text(embedding)));
        }
        return json.build();
    }

    private static jakarta.json.JsonValue read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }

    private static void line(OutputStream out, JsonObject json) throws IOException {
        out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
