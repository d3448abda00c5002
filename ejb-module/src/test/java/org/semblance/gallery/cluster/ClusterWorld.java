package org.semblance.gallery.cluster;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.semblance.announcement.Announcement;
import org.semblance.audit.Actor;
import org.semblance.audit.AuditEvent;
import org.semblance.audit.AuditLog;
import org.semblance.gallery.FaceId;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryScope;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.search.EmbeddingStore;
import org.semblance.gallery.search.PgvectorEmbeddingStore;
import org.semblance.vision.Embedding;
import org.semblance.vision.ModelId;

/** A gallery of synthetic people: faces of one are about 0.6 similar to each other, those of two about 0. */
final class ClusterWorld {
    static final ModelId MODEL = new ModelId("test/embedder");
    private static final int DIMENSION = 512;
    private static final double GENUINE = 0.6;

    final List<AuditEvent> audited = new ArrayList<>();
    final GalleryScope scope;
    final DataSource database;
    final EmbeddingStore embeddings;
    final ClusterRuns runs;
    final FaceNeighbours neighbours;
    final Clustering clustering;
    final Proposals proposals;
    final List<Announcement> announced = new ArrayList<>();

    private final Random random = new Random(5);

    ClusterWorld(DataSource database, String gallery) {
        this.database = database;
        long id = id("INSERT INTO gallery (name, title) VALUES (?, 'Test') RETURNING id", gallery);
        scope = new GalleryScope(id, new GalleryName(gallery), MODEL, 0.4, 0.05);
        embeddings = new PgvectorEmbeddingStore(database);
        runs = new ClusterRuns(database, new Recorder());
        neighbours = new FaceNeighbours(database);
        proposals = new Proposals(database);
        clustering = new Clustering(
                neighbours,
                new NeighbourSearch(embeddings),
                new ClusterJudge(embeddings),
                new ProposalStore(database),
                runs);
    }

    /** What somebody looks like. */
    float[] look() {
        float[] values = new float[DIMENSION];
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
            squares += values[i] * values[i];
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= (float) Math.sqrt(squares);
        }
        return values;
    }

    /** A picture of somebody: {@link #GENUINE} similar to any other one. */
    Embedding picture(float... look) {
        return between(look, look(), Math.sqrt(GENUINE));
    }

    /** So similar to the first, the rest from the second. */
    Embedding between(float[] look, float[] other, double along) {
        float[] values = new float[DIMENSION];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (along * look[i] + Math.sqrt(1 - along * along) * other[i]);
        }
        return Embedding.of(MODEL, values);
    }

    List<FaceId> faces(float[] look, int count) {
        List<FaceId> faces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            faces.add(face(null, picture(look)));
        }
        return faces;
    }

    PersonId person(@Nullable String name, float[] look, int faces) {
        var person = new PersonId(
                id("INSERT INTO person (gallery_id, name) VALUES (?, ?) RETURNING id", scope.galleryId(), name));
        for (int i = 0; i < faces; i++) {
            face(person, picture(look));
        }
        return person;
    }

    FaceId face(@Nullable PersonId person, Embedding embedding) {
        long image = id(
                "INSERT INTO image (key, sha256, media_type, size_bytes, width, height, retention_class)"
                        + " VALUES (?, sha256('x'), 'image/png', 1, 1, 1, 'enrolled') RETURNING id",
                "test/" + UUID.randomUUID() + ".png");
        var face = new FaceId(id(
                "INSERT INTO face (gallery_id, person_id, image_id, crop_image_id, box_x, box_y, box_width, box_height,"
                        + " landmarks, confidence, quality)"
                        + " VALUES (?, ?, ?, ?, 0, 0, 1, 1, array_fill(0::real, ARRAY[10]), 0.9, 0.8) RETURNING id",
                scope.galleryId(),
                person == null ? null : person.value(),
                image,
                image));
        embeddings.add(face, embedding);
        return face;
    }

    ClusterRun run() {
        return run(new ClusterRequest(scope.gallery(), null, 3));
    }

    ClusterRun run(ClusterRequest request) {
        var run = runs.start(scope, request, "ada");
        clustering.compare(run, () -> false);
        clustering.propose(run);
        return runs.find(run.id()).orElseThrow();
    }

    List<Proposal> open() {
        return proposals.list(scope.gallery(), Proposal.State.OPEN, 0, 200).items();
    }

    List<FaceId> facesOf(Proposal proposal) {
        return proposals.faces(proposal.id(), 0, 200).items().stream()
                .map(ProposedFace::face)
                .toList();
    }

    /** The open proposals as sets of faces. */
    List<List<FaceId>> openFaces() {
        return open().stream().map(this::facesOf).toList();
    }

    ProposalDecisions decisions(DataSource transaction) {
        return new ProposalDecisions(transaction, new Recorder(), announced::add);
    }

    long id(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            if (!statement.execute()) {
                return statement.getUpdateCount();
            }
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(Arrays.toString(values), e);
        }
    }

    private final class Recorder implements AuditLog {
        @Override
        public void record(AuditEvent event) {
            audited.add(event);
        }

        @Override
        public void record(Actor actor, AuditEvent event) {
            audited.add(event);
        }
    }
}
